package org.infolinia.agi.offending;

import org.infolinia.desk.offending.OffendingPages;
import org.infolinia.reports.offending.OffendingFigures;

/** Breaks two rules together with {@link OffendingFigures}: services know each other, in a circle; no package-info. */
public final class OffendingCalls {

    Class<?> neighbour() {
        return OffendingFigures.class;
    }

    Class<?> desk() {
        return OffendingPages.class;
    }
}
