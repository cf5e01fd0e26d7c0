package org.infolinia.hotline.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlTransient;

/** An element that knows the place just behind its tag; 1 is the first line or column. */
// Transient: JAXB refuses a text value in a class whose base class it maps.
@XmlTransient
@XmlAccessorType(XmlAccessType.NONE)
abstract class Placed {
    @XmlTransient
    int line;

    @XmlTransient
    int column;
}
