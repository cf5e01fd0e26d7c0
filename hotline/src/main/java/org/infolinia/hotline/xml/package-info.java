/**
 * Reading of hotline.xml: JAXB against the schema, then the checks of meaning.
 *
 * <p>The only package that knows XML. Called by the launcher and by whoever holds the hotline in force.
 */
@NullMarked
@XmlSchema(namespace = "https://infolinia.org/hotline", elementFormDefault = XmlNsForm.QUALIFIED)
package org.infolinia.hotline.xml;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
