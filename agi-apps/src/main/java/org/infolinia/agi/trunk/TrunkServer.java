package org.infolinia.agi.trunk;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.infolinia.hotline.number.PhoneNumber;

/**
 * The operator's end of a trunk.
 *
 * @param host         name or IPv4 address
 * @param port         empty: as the name's SRV records say, or the protocol's own
 * @param callerId     the hotline's number, shown to whoever is called
 * @param dialling     how this operator wants numbers dialled
 * @param checkEvery   how often we ask whether it is there (OPTIONS), whole seconds, 10 to 3600; zero: never
 * @param registration empty where the operator knows us by our address
 */
public record TrunkServer(
        String host,
        Optional<Integer> port,
        Transport transport,
        PhoneNumber callerId,
        Dialling dialling,
        Duration checkEvery,
        Optional<Registration> registration) {

    /** What carries SIP. */
    public enum Transport {
        UDP("udp"),
        TCP("tcp"),
        TLS("tls");

        private final String word;

        Transport(String word) {
            this.word = word;
        }

        /** As system.xml, SIP addresses and Asterisk spell it. */
        public String word() {
            return word;
        }
    }

    /** How an operator wants {@code +48 22 100 01 00} dialled. */
    public enum Dialling {
        /** {@code +48221000100}. */
        PLUS,
        /** {@code 48221000100}. */
        DIGITS,
        /** {@code 221000100}, and {@code 00…} abroad. */
        NATIONAL
    }

    /**
     * After so long without an answer to a check the server is taken for dead. Over UDP the question is sent five times by
     * then: neither lost packets nor a busy moment of either side make calls pass a working operator by.
     */
    public static final Duration CHECK_PATIENCE = Duration.ofSeconds(8);

    /** More than {@link #CHECK_PATIENCE}: the late end of one check would overrule the answer to the next. */
    private static final int CHECK_LEAST_SECONDS = 10;

    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    /** @throws IllegalArgumentException when a value is none that a server can have; the message names key and value */
    public TrunkServer {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "server \"" + Spelled.plainly(host) + "\": a host's name, or an IPv4 address");
        }
        if (port.isPresent() && (port.get() < 1 || port.get() > 65535)) {
            throw new IllegalArgumentException("port " + port.get() + ": 1 to 65535");
        }
        long check = checkEvery.toSeconds();
        if (check != 0 && (check < CHECK_LEAST_SECONDS || check > 3600)) {
            throw new IllegalArgumentException(
                    "checkSeconds " + check + ": 0 (never), or " + CHECK_LEAST_SECONDS + " to 3600");
        }
    }

    /** Its SIP address, such as {@code sip:sip.example.pl:5061;transport=tls}. */
    public String uri() {
        return "sip:" + hostPort();
    }

    /** What stands behind the {@code @} in SIP addresses of those whom it connects: host, port, transport. */
    public String hostPort() {
        return host
                + port.map(number -> ":" + number).orElse("")
                + (transport == Transport.UDP ? "" : ";transport=" + transport.word());
    }
}
