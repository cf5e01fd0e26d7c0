package org.infolinia.hotline.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * hotline.xsd as the program carries it, and what its documentation says is expected.
 *
 * @param rules        for a validator
 * @param expectations what is expected of a value, by name of its simple type
 * @param uniqueFields attribute that must differ, by name of the {@code xs:unique}
 */
record HotlineSchema(Schema rules, Map<String, String> expectations, Map<String, String> uniqueFields) {

    HotlineSchema {
        expectations = Map.copyOf(expectations);
        uniqueFields = Map.copyOf(uniqueFields);
    }

    static HotlineSchema load() {
        try (InputStream in =
                Objects.requireNonNull(HotlineSchema.class.getResourceAsStream("hotline.xsd"), "no hotline.xsd")) {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Document schema = parsers.newDocumentBuilder().parse(in);
            SchemaFactory schemas = SchemaFactory.newDefaultInstance();
            schemas.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new HotlineSchema(schemas.newSchema(new DOMSource(schema)), expectations(schema), fields(schema));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the hotline.xsd that this program carries cannot be used", e);
        }
    }

    private static Map<String, String> expectations(Document schema) {
        Map<String, String> expectations = new HashMap<>();
        NodeList types = elements(schema.getDocumentElement(), "simpleType");
        for (int i = 0; i < types.getLength(); i++) {
            Element type = (Element) types.item(i);
            NodeList words = elements(type, "documentation");
            if (words.getLength() > 0) {
                expectations.put(
                        type.getAttribute("name"),
                        words.item(0).getTextContent().strip());
            }
        }
        return expectations;
    }

    private static Map<String, String> fields(Document schema) {
        Map<String, String> fields = new HashMap<>();
        NodeList constraints = elements(schema.getDocumentElement(), "unique");
        for (int i = 0; i < constraints.getLength(); i++) {
            Element constraint = (Element) constraints.item(i);
            Element field = (Element) elements(constraint, "field").item(0);
            fields.put(
                    constraint.getAttribute("name"), field.getAttribute("xpath").substring("@".length()));
        }
        return fields;
    }

    private static NodeList elements(Element within, String name) {
        return within.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, name);
    }
}
