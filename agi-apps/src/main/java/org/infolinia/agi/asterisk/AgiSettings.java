package org.infolinia.agi.asterisk;

import java.time.Duration;

/**
 * How the FastAGI server listens and what it bears.
 *
 * @param host     address to listen on; loopback unless Asterisk is elsewhere, as AGI knows no password
 * @param port     0 for any free one
 * @param maxCalls calls served at once; one more is refused, and the dialplan takes its fallback
 * @param patience how long a connection may take to say what it wants; Asterisk says it at once
 * @param maxWaiting connections that may be that far at once; one more ends the oldest
 */
public record AgiSettings(String host, int port, int maxCalls, Duration patience, int maxWaiting) {

    public static final AgiSettings DEFAULT = new AgiSettings("127.0.0.1", 4573, 500, Duration.ofSeconds(15), 4096);

    /** @throws IllegalArgumentException when a value is out of bounds */
    public AgiSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("agi host is empty");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("agi port " + port + ": 0 to 65535");
        }
        if (maxCalls < 1 || maxCalls > 20_000) {
            throw new IllegalArgumentException("agi calls at once " + maxCalls + ": 1 to 20000");
        }
        if (patience.toMillis() < 1) {
            throw new IllegalArgumentException("agi patience " + patience + ": above nothing");
        }
        if (maxWaiting < 1) {
            throw new IllegalArgumentException("agi connections waiting " + maxWaiting + ": 1 or more");
        }
    }

    public AgiSettings withPort(int otherPort) {
        return new AgiSettings(host, otherPort, maxCalls, patience, maxWaiting);
    }

    public AgiSettings withMaxCalls(int calls) {
        return new AgiSettings(host, port, calls, patience, maxWaiting);
    }
}
