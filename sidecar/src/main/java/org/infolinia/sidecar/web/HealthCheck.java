package org.infolinia.sidecar.web;

/** Finds out whether one component does its work. */
@FunctionalInterface
public interface HealthCheck {

    /**
     * Returns when the component works; is run by one thread at a time, and interrupted when the program ends.
     *
     * @throws Exception when it does not; staff see the message
     */
    void check() throws Exception;
}
