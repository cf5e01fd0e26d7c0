package org.infolinia.sidecar;

/**
 * A password or key that must not reach a log.
 *
 * @param value the secret itself; empty where none is needed
 */
public record Secret(String value) {

    public static final Secret NONE = new Secret("");

    @Override
    public String toString() {
        return "(secret)";
    }
}
