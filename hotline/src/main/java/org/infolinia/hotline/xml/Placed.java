package org.infolinia.hotline.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;

/** An element that knows the place just behind its tag; 1 is the first line or column. */
@XmlAccessorType(XmlAccessType.NONE)
abstract class Placed {
    int line;
    int column;
}
