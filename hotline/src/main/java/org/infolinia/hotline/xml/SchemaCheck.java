package org.infolinia.hotline.xml;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Holds a file against the schema; no document type, no entity and no other file is ever followed. */
final class SchemaCheck {

    private final HotlineSchema schema;

    SchemaCheck(HotlineSchema schema) {
        this.schema = schema;
    }

    /** All that is wrong, in the order of the file; a file that is not even XML is read up to its first fault. */
    List<Finding> findings(SourceText source) {
        var complaints = new Complaints();
        try {
            Validator validator = schema.rules().newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(complaints);
            validator.validate(new SAXSource(secureReader(), new InputSource(new StringReader(source.text()))));
        } catch (SAXParseException e) {
            complaints.error(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("this Java's XML parser cannot be made safe", e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return new SchemaWords(schema, source).findings(complaints.all);
    }

    private static XMLReader secureReader() throws ParserConfigurationException, SAXException {
        SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
        parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        return parsers.newSAXParser().getXMLReader();
    }

    private static final class Complaints implements ErrorHandler {
        private final List<SAXParseException> all = new ArrayList<>();

        @Override
        public void warning(SAXParseException complaint) {
            all.add(complaint);
        }

        @Override
        public void error(SAXParseException complaint) {
            all.add(complaint);
        }

        @Override
        public void fatalError(SAXParseException complaint) throws SAXException {
            throw complaint;
        }
    }
}
