package org.infolinia.sidecar.web;

/**
 * How a component is.
 *
 * @param up     whether it works
 * @param reason why it does not; empty when it does
 */
record Condition(boolean up, String reason) {

    static final Condition UP = new Condition(true, "");

    static Condition down(String reason) {
        return new Condition(false, reason);
    }

    static Condition down(Throwable failure) {
        return down(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }

    String status() {
        return up ? "up" : "down";
    }
}
