package org.infolinia.reports.offending;

import org.infolinia.agi.offending.OffendingCalls;

/** The other half of {@link OffendingCalls}. */
public final class OffendingFigures {

    Class<?> neighbour() {
        return OffendingCalls.class;
    }
}
