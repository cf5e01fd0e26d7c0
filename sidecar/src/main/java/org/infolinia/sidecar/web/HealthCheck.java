package org.infolinia.sidecar.web;

/** Finds out whether one component does its work. */
@FunctionalInterface
public interface HealthCheck {

    /**
     * Returns when the component works; is run by one thread at a time, and interrupted when the program ends.
     *
     * @throws Degraded  when it does, though not as it should; staff see the message
     * @throws Exception when it does not; staff see the message
     */
    void check() throws Exception;
}
