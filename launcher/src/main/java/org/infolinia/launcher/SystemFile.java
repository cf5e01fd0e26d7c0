package org.infolinia.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.infolinia.agi.trunk.OutboundRules;
import org.infolinia.agi.trunk.Trunk;
import org.infolinia.hotline.delivery.DeliveryRules;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.mail.MailSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What one system.xml says of its box.
 *
 * @param development   whether callers may ask for another time
 * @param hotline       the coordinator's hotline.xml
 * @param databaseUrl   JDBC, SQLite or PostgreSQL
 * @param databaseUser  for PostgreSQL
 * @param databaseSecretFile holds the password, for PostgreSQL
 * @param publicAddress where visitors come
 * @param staffAddress  where staff come
 * @param agiAddress    where Asterisk asks
 * @param maxCalls      calls served at once
 * @param generated     folder of the files made for Asterisk
 * @param sounds        Asterisk's sounds folder
 * @param recordings    folder of the recordings
 * @param logs          Asterisk's log folder
 * @param studio        for recording announcements by telephone
 * @param manager       where Asterisk is told of changed queues
 * @param mail          the mail server that takes our letters
 * @param reports       monthly reports that are made and sent by themselves; only with {@code mail}
 * @param narrator      for {@code call}; a development instance alone has it
 * @param sipAddress    for {@code call}; where Asterisk listens for SIP
 * @param trunks        the operators, the preferred first
 * @param outbound      what consultants may dial
 * @param staff         whom the staff's site believes, asks for what
 * @param desk          the telephone in consultants' browsers
 */
record SystemFile(
        boolean development,
        Path hotline,
        String databaseUrl,
        Optional<String> databaseUser,
        Optional<Path> databaseSecretFile,
        InetSocketAddress publicAddress,
        InetSocketAddress staffAddress,
        InetSocketAddress agiAddress,
        int maxCalls,
        Path generated,
        Path sounds,
        Path recordings,
        Path logs,
        Optional<Studio> studio,
        Optional<ManagerAccount> manager,
        Optional<MailSettings> mail,
        Optional<DeliveryRules> reports,
        Optional<ManagerAccount> narrator,
        Optional<InetSocketAddress> sipAddress,
        List<Trunk> trunks,
        OutboundRules outbound,
        StaffRules staff,
        Optional<Desk> desk) {

    /**
     * The prompt studio.
     *
     * @param spool   folder that Asterisk records into and we read
     * @param pinFile holds the PIN, alone
     */
    record Studio(Path spool, Path pinFile) {}

    /**
     * The telephone in consultants' browsers.
     *
     * @param webSocket where browsers reach Asterisk
     * @param lines     the file by which Asterisk learns of their lines
     * @param codecs    as Asterisk names them, the preferred first
     */
    record Desk(String webSocket, Path lines, List<String> codecs) {

        Desk {
            codecs = List.copyOf(codecs);
        }
    }

    /**
     * An account of Asterisk's manager interface.
     *
     * @param secretFile holds its secret, alone
     */
    record ManagerAccount(InetSocketAddress address, String user, Path secretFile) {}

    /** A system.xml that cannot be used; the message names file, line, column and what is wrong. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }

        Unusable(String message) {
            super(message);
        }
    }

    /** @throws Unusable when it is not there, is no XML, or breaks system.xsd */
    static SystemFile read(Path file) throws Unusable {
        try {
            Element root = parse(file).getDocumentElement();
            Element asterisk = child(root, "asterisk").orElseThrow();
            Element database = child(root, "database").orElseThrow();
            Optional<MailSettings> mail = ReportElements.mail(child(root, "mail"));
            return new SystemFile(
                    Boolean.parseBoolean(root.getAttribute("development"))
                            || root.getAttribute("development").equals("1"),
                    Path.of(child(root, "hotline").orElseThrow().getAttribute("file")),
                    database.getAttribute("url"),
                    attribute(database, "user"),
                    attribute(database, "secretFile").map(Path::of),
                    address(child(root, "public").orElseThrow()),
                    address(child(root, "staff").orElseThrow()),
                    address(child(root, "agi").orElseThrow()),
                    Integer.parseInt(child(root, "agi").orElseThrow().getAttribute("maxCalls")),
                    Path.of(asterisk.getAttribute("generated")),
                    Path.of(asterisk.getAttribute("sounds")),
                    Path.of(asterisk.getAttribute("recordings")),
                    Path.of(asterisk.getAttribute("logs")),
                    child(root, "studio")
                            .map(studio -> new Studio(
                                    Path.of(studio.getAttribute("spool")), Path.of(studio.getAttribute("pinFile")))),
                    child(root, "manager").map(SystemFile::account),
                    mail,
                    ReportElements.reports(child(root, "reports"), mail),
                    child(root, "narrator").map(SystemFile::account),
                    child(root, "sip").map(SystemFile::address),
                    TrunkElements.trunks(children(root, "trunk")),
                    TrunkElements.outbound(child(root, "outbound")),
                    staff(child(root, "staff").orElseThrow()),
                    child(root, "desk")
                            .map(desk -> new Desk(
                                    desk.getAttribute("webSocket"),
                                    Path.of(desk.getAttribute("lines")),
                                    List.of(desk.getAttribute("codecs").strip().split("\\s+")))));
        } catch (IllegalArgumentException e) {
            throw new Unusable(file + ": " + e.getMessage(), e);
        } catch (SAXParseException e) {
            throw new Unusable(file + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + ": " + e.getMessage(), e);
        } catch (SAXException | IOException e) {
            throw new Unusable(file + ": cannot be read: " + PlainFaults.sentence(e), e);
        }
    }

    private static Document parse(Path file) throws SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try (InputStream schema = SystemFile.class.getResourceAsStream("system.xsd");
                InputStream in = Files.newInputStream(file)) {
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // With the schema set, defaults of absent attributes are filled in and the positions of errors are right.
            factory.setSchema(SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(schema)));
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Refusing());
            return builder.parse(in);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
        }
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    static List<Element> children(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    static Optional<String> attribute(Element element, String name) {
        return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
    }

    private static StaffRules staff(Element element) {
        return new StaffRules(
                attribute(element, "proxy"),
                Arrays.stream(element.getAttribute("secondFactor").split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .map(Role::of)
                        .collect(Collectors.toSet()));
    }

    private static ManagerAccount account(Element element) {
        return new ManagerAccount(
                address(element), element.getAttribute("user"), Path.of(element.getAttribute("secretFile")));
    }

    private static InetSocketAddress address(Element listener) {
        return new InetSocketAddress(listener.getAttribute("host"), Integer.parseInt(listener.getAttribute("port")));
    }

    /** Stops at the first thing wrong. */
    private static final class Refusing implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
