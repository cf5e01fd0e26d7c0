package org.infolinia.agi.rendering;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infolinia.agi.trunk.OutboundRules;
import org.infolinia.agi.trunk.Registration;
import org.infolinia.agi.trunk.Trunk;
import org.infolinia.agi.trunk.Trunk.CallerFrom;
import org.infolinia.agi.trunk.TrunkServer;
import org.infolinia.agi.trunk.TrunkServer.Transport;

/**
 * The Asterisk files that follow from a box's trunks; the same trunks always give the same text.
 *
 * @param pjsip    for {@code pjsip.conf}: per trunk an endpoint {@code infolinia-NAME}, and what makes its calls known;
 *                 holds passwords
 * @param outbound for {@code extensions.conf}: contexts {@code infolinia-outbound-settings}, {@code infolinia-trunks},
 *                 {@code infolinia-prefixes} and {@code infolinia-numbers}
 */
public record TrunkFiles(String pjsip, String outbound) {

    private static final String HEADER = "; generated from system.xml; do not edit\n";

    /** A refused password is not tried so often that an operator locks the account. */
    private static final int REFUSED_RETRY_SECONDS = 300;

    /** Asterisk has no "for ever". */
    private static final int RETRIES = 1_000_000;

    /**
     * @param trunks   in order of preference for calls going out
     * @param password of a registration
     * @throws IllegalArgumentException when two trunks cannot be told apart, or a password cannot be written into a file
     *                                  of Asterisk; the message does not hold the password
     */
    public static TrunkFiles of(List<Trunk> trunks, OutboundRules rules, Function<Registration, String> password) {
        Trunk.requireDistinct(trunks);
        return new TrunkFiles(
                trunks.stream()
                        .map(trunk -> pjsip(trunk, password))
                        .collect(Collectors.joining("\n", "; holds passwords\n" + HEADER, "")),
                String.join(
                        "\n", HEADER, settings(trunks, rules), trunkRules(trunks), prefixes(rules), numbers(trunks)));
    }

    private static String pjsip(Trunk trunk, Function<Registration, String> password) {
        String id = endpoint(trunk);
        StringBuilder text = new StringBuilder("""
                [%s](infolinia-trunk)
                set_var = INFOLINIA_TRUNK=%s
                set_var = INFOLINIA_NUMBERED=%s
                set_var = GROUP(infolinia-trunk)=%s
                trust_id_inbound = %s
                """.formatted(
                        id,
                        trunk.name(),
                        trunk.numbers().isEmpty() ? "" : "1",
                        trunk.name(),
                        trunk.callerFrom() == CallerFrom.PAI ? "yes" : "no"));
        trunk.way().ifPresent(server -> {
            text.append("aors = %s\n".formatted(id));
            if (server.transport() == Transport.TLS) {
                // Sound is offered encrypted, and taken plain where the operator wants it so.
                text.append("media_encryption = sdes\nmedia_encryption_optimistic = yes\n");
            }
            server.registration()
                    .ifPresent(account -> text.append("outbound_auth = %s\nfrom_domain = %s\nfrom_user = %s\n"
                            .formatted(id, server.host(), account.user())));
            text.append("""

                    [%s]
                    type = aor
                    contact = %s
                    qualify_frequency = %d
                    qualify_timeout = %d
                    """.formatted(
                            id,
                            escaped(server.uri()),
                            server.checkEvery().toSeconds(),
                            TrunkServer.CHECK_PATIENCE.toSeconds()));
            server.registration()
                    .ifPresent(account -> text.append(registration(trunk, server, account, password.apply(account))));
        });
        if (!trunk.addresses().isEmpty()) {
            text.append("""

                    [%s]
                    type = identify
                    endpoint = %s
                    """.formatted(id, id));
            trunk.addresses()
                    .forEach(address -> text.append("match = ").append(address).append('\n'));
        }
        return text.toString();
    }

    /** {@code line} makes a call known as this operator's by a word of ours in it, whichever address it comes from. */
    private static String registration(Trunk trunk, TrunkServer server, Registration account, String password) {
        String id = endpoint(trunk);
        return """

                [%1$s]
                type = auth
                auth_type = userpass
                username = %2$s
                password = %3$s

                [%1$s]
                type = registration
                endpoint = %1$s
                line = yes
                server_uri = %4$s
                client_uri = %5$s
                contact_user = %6$s
                outbound_auth = %1$s
                expiration = %7$d
                retry_interval = %8$d
                forbidden_retry_interval = %9$d
                fatal_retry_interval = %9$d
                auth_rejection_permanent = yes
                max_retries = %10$d
                """.formatted(
                id,
                account.user(),
                password(trunk, password),
                escaped(server.uri()),
                account.client(server.host()),
                // What the operator will dial us by: a number, whatever the account is called.
                trunk.numbers().stream().findFirst().orElse(server.callerId()).value(),
                account.expiry().toSeconds(),
                account.retry().toSeconds(),
                Math.max(REFUSED_RETRY_SECONDS, account.retry().toSeconds()),
                RETRIES);
    }

    /** A semicolon begins a comment unless a backslash is before it; a backslash of the password's own cannot be told. */
    private static String password(Trunk trunk, String password) {
        if (!password.matches("[!-~]{1,128}") || password.contains("\\")) {
            throw new IllegalArgumentException(
                    "trunk \"" + trunk.name()
                            + "\", the password in its secretFile: 1 to 128 letters, digits and signs of ASCII, no space, no \\");
        }
        return escaped(password);
    }

    private static String escaped(String value) {
        return value.replace(";", "\\;");
    }

    private static String settings(List<Trunk> trunks, OutboundRules rules) {
        return """
                ; What calls going out have to keep to.   Gosub, no arguments
                ; Sets INFOLINIA_TRUNKS (those that calls may go out by, the preferred first, joined by &),
                ; INFOLINIA_AT_ONCE, INFOLINIA_PER_HOUR, INFOLINIA_PER_HOUR_OF_ONE (limits), INFOLINIA_EMERGENCY (1 or 0)
                [infolinia-outbound-settings]
                exten = s,1,MSet(INFOLINIA_TRUNKS=%s,INFOLINIA_AT_ONCE=%d,INFOLINIA_PER_HOUR=%d,INFOLINIA_PER_HOUR_OF_ONE=%d,INFOLINIA_EMERGENCY=%d)
                 same = n,Return()
                """.formatted(
                        trunks.stream()
                                .filter(trunk -> trunk.way().isPresent())
                                .map(Trunk::name)
                                .collect(Collectors.joining("&")),
                        rules.atOnce(),
                        rules.perHour(),
                        rules.perHourOfOne(),
                        rules.emergency() ? 1 : 0);
    }

    private static String trunkRules(List<Trunk> trunks) {
        return trunks.stream()
                .flatMap(trunk -> trunk.way().map(server -> trunkRule(trunk, server)).stream())
                .collect(Collectors.joining("", """
                        ; How a trunk carries a call out.   Gosub to the extension named like the trunk   ARG1 number in E.164
                        ; Sets INFOLINIA_TRUNK_ENDPOINT, INFOLINIA_TRUNK_SERVER (what stands behind the @ of its SIP
                        ; addresses), INFOLINIA_TRUNK_NUMBER (as its operator wants it dialled),
                        ; INFOLINIA_TRUNK_CALLER (shown to whoever is called), INFOLINIA_TRUNK_CALLS (at once, both directions)
                        [infolinia-trunks]
                        """, ""));
    }

    private static String trunkRule(Trunk trunk, TrunkServer server) {
        String number = switch (server.dialling()) {
            case PLUS -> "${ARG1}";
            case DIGITS -> "${IF($[\"${ARG1:0:1}\" = \"+\"]?${ARG1:1}:${ARG1})}";
            case NATIONAL ->
                "${IF($[\"${ARG1:0:3}\" = \"+48\"]?${ARG1:3}:${IF($[\"${ARG1:0:1}\" = \"+\"]?00${ARG1:1}:${ARG1})})}";
        };
        return """
                exten = %s,1,Set(INFOLINIA_TRUNK_ENDPOINT=%s)
                 same = n,Set(INFOLINIA_TRUNK_SERVER=%s)
                 same = n,Set(INFOLINIA_TRUNK_NUMBER=%s)
                 same = n,Set(INFOLINIA_TRUNK_CALLER=%s)
                 same = n,Set(INFOLINIA_TRUNK_CALLS=%d)
                 same = n,Return()
                """.formatted(
                        trunk.name(),
                        endpoint(trunk),
                        escaped(server.hostPort()),
                        number,
                        server.callerId().value(),
                        trunk.maxCalls());
    }

    private static String prefixes(OutboundRules rules) {
        return rules.prefixes().stream()
                .map(prefix -> "exten = _" + prefix + "!,1,NoOp()\n")
                .collect(Collectors.joining("", """
                        ; Numbers that may be called, for DIALPLAN_EXISTS
                        [infolinia-prefixes]
                        """, ""));
    }

    private static String numbers(List<Trunk> trunks) {
        return trunks.stream()
                .flatMap(trunk -> trunk.numbers().stream()
                        .map(number -> "exten = " + trunk.name() + "_" + number.value() + ",1,NoOp()\n"))
                .collect(Collectors.joining("", """
                        ; Numbers that a trunk with numbers may bring calls for, for DIALPLAN_EXISTS
                        [infolinia-numbers]
                        """, ""));
    }

    private static String endpoint(Trunk trunk) {
        return "infolinia-" + trunk.name();
    }
}
