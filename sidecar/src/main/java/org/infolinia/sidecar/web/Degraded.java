package org.infolinia.sidecar.web;

/**
 * Told by a {@link HealthCheck} whose component works, though not as it should: nobody is turned away, but somebody has
 * to look at it.
 */
public final class Degraded extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason one sentence for staff: what is wrong and what to do */
    public Degraded(String reason) {
        super(reason);
    }
}
