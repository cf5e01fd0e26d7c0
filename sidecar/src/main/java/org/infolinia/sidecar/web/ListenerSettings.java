package org.infolinia.sidecar.web;

import java.util.Optional;

/**
 * Where a listener listens.
 *
 * @param name what people and thread names call it, such as {@code staff}
 * @param host address of this machine, such as {@code 127.0.0.1}
 * @param port 1 to 65535; 0 for any that is free
 * @param proxy address of the proxy that is believed who is behind it; empty where there is none
 */
public record ListenerSettings(String name, String host, int port, Optional<String> proxy) {

    /** Without a proxy. */
    public ListenerSettings(String name, String host, int port) {
        this(name, host, port, Optional.empty());
    }

    /** @throws IllegalArgumentException when the host is blank or the port out of range */
    public ListenerSettings {
        if (host.isBlank() || port < 0 || port > 65535) {
            throw new IllegalArgumentException(name + " listener at \"" + host + "\" port " + port
                    + ": a host and a port of 0 to 65535 are expected");
        }
    }
}
