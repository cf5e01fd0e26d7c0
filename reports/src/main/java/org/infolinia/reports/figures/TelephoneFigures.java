package org.infolinia.reports.figures;

import java.util.List;

/**
 * All telephone figures of a period.
 *
 * @param days                every day, in order
 * @param total               made from the calls, never from the days' means
 * @param reconciliation      by arrival; at most {@link FigureFold#MOST_RECONCILED}
 * @param reconciliationCount calls with an entry or more, listed or not
 */
public record TelephoneFigures(
        List<DayFigures> days, CallFigures total, List<Reconciliation> reconciliation, long reconciliationCount) {

    public TelephoneFigures {
        days = List.copyOf(days);
        reconciliation = List.copyOf(reconciliation);
    }
}
