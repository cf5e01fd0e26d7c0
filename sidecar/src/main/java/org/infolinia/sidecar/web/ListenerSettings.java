package org.infolinia.sidecar.web;

/**
 * Where a listener listens.
 *
 * @param name what people and thread names call it, such as {@code staff}
 * @param host address of this machine, such as {@code 127.0.0.1}
 * @param port 1 to 65535; 0 for any that is free
 */
public record ListenerSettings(String name, String host, int port) {

    /** @throws IllegalArgumentException when the host is blank or the port out of range */
    public ListenerSettings {
        if (host.isBlank() || port < 0 || port > 65535) {
            throw new IllegalArgumentException(name + " listener at \"" + host + "\" port " + port
                    + ": a host and a port of 0 to 65535 are expected");
        }
    }
}
