package org.infolinia.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.infolinia.agi.trunk.OutboundRules;
import org.infolinia.agi.trunk.Registration;
import org.infolinia.agi.trunk.Trunk;
import org.infolinia.agi.trunk.TrunkServer;
import org.infolinia.hotline.number.PhoneNumber;
import org.w3c.dom.Element;

/** What the elements of system.xml say of trunks. */
final class TrunkElements {

    private TrunkElements() {}

    /** @throws IllegalArgumentException when a value makes no sense; the message names trunk, key and value */
    static List<Trunk> trunks(List<Element> elements) {
        List<Trunk> trunks = new ArrayList<>();
        for (Element element : elements) {
            try {
                trunks.add(trunk(element));
            } catch (IllegalArgumentException e) {
                String name = element.getAttribute("name");
                String message = String.valueOf(e.getMessage());
                throw new IllegalArgumentException(
                        message.startsWith("trunk ") ? message : "trunk \"" + name + "\", " + message, e);
            }
        }
        Trunk.requireDistinct(trunks);
        return List.copyOf(trunks);
    }

    /** Without the element nothing but an emergency number may be dialled. */
    static OutboundRules outbound(Optional<Element> element) {
        return element.map(said -> new OutboundRules(
                        List.of(said.getAttribute("prefixes").strip().split("\\s+")),
                        number(said, "callsAtOnce"),
                        number(said, "callsPerHour"),
                        number(said, "callsPerHourOfOne"),
                        truth(said.getAttribute("emergency"))))
                .orElse(new OutboundRules(List.of(), 0, 0, 0, true));
    }

    private static Trunk trunk(Element element) {
        return new Trunk(
                element.getAttribute("name"),
                texts(element, "address"),
                texts(element, "number").stream()
                        .map(number -> phoneNumber("<number>", number))
                        .toList(),
                Trunk.CallerFrom.valueOf(word(element, "callerFrom")),
                number(element, "maxCalls"),
                way(element));
    }

    private static Optional<TrunkServer> way(Element element) {
        Optional<Element> registration = SystemFile.child(element, "registration");
        Optional<String> server = SystemFile.attribute(element, "server");
        if (server.isEmpty()) {
            if (registration.isPresent()) {
                throw new IllegalArgumentException("server is missing: where to register");
            }
            return Optional.empty();
        }
        return Optional.of(new TrunkServer(
                server.get(),
                SystemFile.attribute(element, "port").map(Integer::valueOf),
                TrunkServer.Transport.valueOf(word(element, "transport")),
                phoneNumber(
                        "callerId",
                        SystemFile.attribute(element, "callerId")
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "callerId is missing: the hotline's number, shown to whoever is called"))),
                TrunkServer.Dialling.valueOf(word(element, "dialling")),
                Duration.ofSeconds(number(element, "checkSeconds")),
                registration.map(account -> new Registration(
                        account.getAttribute("user"),
                        Path.of(account.getAttribute("secretFile")),
                        Duration.ofSeconds(number(account, "expirySeconds")),
                        Duration.ofSeconds(number(account, "retrySeconds"))))));
    }

    private static PhoneNumber phoneNumber(String key, String value) {
        try {
            return new PhoneNumber(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + " \"" + value + "\": in E.164, such as +48221000100", e);
        }
    }

    private static List<String> texts(Element element, String name) {
        return SystemFile.children(element, name).stream()
                .map(Element::getTextContent)
                .map(String::strip)
                .toList();
    }

    private static String word(Element element, String key) {
        return element.getAttribute(key).toUpperCase(Locale.ROOT);
    }

    private static int number(Element element, String key) {
        return Integer.parseInt(element.getAttribute(key));
    }

    private static boolean truth(String text) {
        return text.equals("true") || text.equals("1");
    }
}
