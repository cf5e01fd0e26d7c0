package org.infolinia.reports.offending;

import org.infolinia.agi.offending.OffendingCalls;
import org.infolinia.desk.offending.OffendingPages;

/** The other half of {@link OffendingCalls}. */
public final class OffendingFigures {

    Class<?> neighbour() {
        return OffendingCalls.class;
    }

    Class<?> desk() {
        return OffendingPages.class;
    }
}
