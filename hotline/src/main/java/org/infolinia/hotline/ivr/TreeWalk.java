package org.infolinia.hotline.ivr;

import java.time.Instant;
import org.infolinia.hotline.Hotline;

/** Walks one caller through the tree; the same for real calls and for simulated ones. */
public final class TreeWalk {

    private final Hotline hotline;

    public TreeWalk(Hotline hotline) {
        this.hotline = hotline;
    }

    /**
     * Leads the caller from the first node to a queue or an end.
     *
     * @param arrived moment the calendar is asked about; hours branches of one call all use it
     * @throws CallerHungUp when the caller left on the way
     */
    public Destination walk(CallerLine line, Instant arrived) throws CallerHungUp {
        throw new UnsupportedOperationException("hotline helper: to be written; " + hotline + line + arrived);
    }
}
