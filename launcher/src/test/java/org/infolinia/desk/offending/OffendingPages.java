package org.infolinia.desk.offending;

import java.util.List;
import org.infolinia.agi.offending.OffendingCalls;
import org.infolinia.reports.offending.OffendingFigures;

/** Breaks the rule that the desk knows none of the other services; they know it too. */
public final class OffendingPages {

    List<Class<?>> neighbours() {
        return List.of(OffendingCalls.class, OffendingFigures.class);
    }
}
