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
import org.infolinia.hotline.Language;
import org.infolinia.hotline.Texts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * hotline.xsd as the program carries it, and what its documentation says is expected.
 *
 * @param rules        for a validator
 * @param expectations what is expected of a value, by name of its simple type
 * @param uniques      by name of the {@code xs:unique}
 */
record HotlineSchema(Schema rules, Map<String, Texts> expectations, Map<String, Unique> uniques) {

    private static final Unique NONE = new Unique("", new Texts(Map.of(new Language("en"), "value")));

    /**
     * What must differ.
     *
     * @param attribute that holds it
     * @param name      of what it identifies
     */
    record Unique(String attribute, Texts name) {}

    HotlineSchema {
        expectations = Map.copyOf(expectations);
        uniques = Map.copyOf(uniques);
    }

    Unique unique(String name) {
        return uniques.getOrDefault(name, NONE);
    }

    static HotlineSchema load() {
        try (InputStream in =
                Objects.requireNonNull(HotlineSchema.class.getResourceAsStream("hotline.xsd"), "no hotline.xsd")) {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Document schema = parsers.newDocumentBuilder().parse(in);
            SchemaFactory schemas = SchemaFactory.newDefaultInstance();
            schemas.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new HotlineSchema(schemas.newSchema(new DOMSource(schema)), expectations(schema), uniques(schema));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the hotline.xsd that this program carries cannot be used", e);
        }
    }

    private static Map<String, Texts> expectations(Document schema) {
        Map<String, Texts> expectations = new HashMap<>();
        NodeList types = elements(schema.getDocumentElement(), "simpleType");
        for (int i = 0; i < types.getLength(); i++) {
            Element type = (Element) types.item(i);
            if (elements(type, "documentation").getLength() > 0) {
                expectations.put(type.getAttribute("name"), documentation(type));
            }
        }
        return expectations;
    }

    private static Map<String, Unique> uniques(Document schema) {
        Map<String, Unique> uniques = new HashMap<>();
        NodeList constraints = elements(schema.getDocumentElement(), "unique");
        for (int i = 0; i < constraints.getLength(); i++) {
            Element constraint = (Element) constraints.item(i);
            Element field = (Element) elements(constraint, "field").item(0);
            String attribute = field.getAttribute("xpath").substring("@".length());
            uniques.put(constraint.getAttribute("name"), new Unique(attribute, documentation(constraint)));
        }
        return uniques;
    }

    /** In each language that it is written in; where none is named, that is English. */
    private static Texts documentation(Element of) {
        Map<Language, String> words = new HashMap<>();
        NodeList all = elements(of, "documentation");
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            String language = one.getAttributeNS(XMLConstants.XML_NS_URI, "lang");
            words.put(
                    new Language(language.isEmpty() ? "en" : language),
                    one.getTextContent().strip());
        }
        return new Texts(words);
    }

    private static NodeList elements(Element within, String name) {
        return within.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, name);
    }
}
