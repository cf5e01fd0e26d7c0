package org.infolinia.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.infolinia.hotline.Thresholds;
import org.infolinia.reports.availability.Availability;
import org.infolinia.reports.availability.Coverage;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.figures.TelephoneFigures;
import org.infolinia.reports.ledger.Unreadable;
import org.infolinia.reports.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * All that a report says.
 *
 * @param thresholds      what the figures were counted against
 * @param beyondLogs      whether the calls are counted from the database, because the logs no longer have all of them
 * @param availability    of consultants
 * @param before          the figures of the month or week before, to compare with; null where that is not asked for or not known
 * @param unreadable      lines left out, by file and line; each source lists at most 1,000
 * @param unreadableCount all of them
 * @param setAside        lines of queues that are not the hotline's, by queue
 * @param notes           sentences about what is missing or was set aside; none when all is well
 */
public record Report(
        ReportPeriod period,
        Thresholds thresholds,
        TelephoneFigures calls,
        boolean beyondLogs,
        Availability availability,
        @Nullable CallFigures before,
        List<Unreadable> unreadable,
        long unreadableCount,
        Map<String, Long> setAside,
        List<Words> notes) {

    private static final Words BEYOND_LOGS = new Words(
            "Dzienniki nie mają już wszystkich połączeń tego okresu: połączenia policzono z bazy danych, a obecności"
                    + " konsultantów nie da się już podać.",
            "The logs no longer have every call of this period: calls are counted from the database, and the"
                    + " availability of consultants can no longer be told.");

    public Report {
        unreadable = List.copyOf(unreadable);
        setAside = Collections.unmodifiableMap(new TreeMap<>(setAside));
        notes = List.copyOf(notes);
    }

    /**
     * The same, with telephone figures counted from the database, because the logs no longer have every call; nor has anyone
     * the whole availability then.
     */
    public Report beyondLogs(TelephoneFigures kept) {
        List<Words> told = new ArrayList<>(List.of(BEYOND_LOGS));
        told.addAll(notes);
        notReconciled(calls).ifPresent(told::remove);
        notReconciled(kept).ifPresent(told::add);
        // What is left of the logs would be taken for all there was.
        List<Coverage> untold = availability.coverage().stream()
                .map(day -> new Coverage(day.date(), day.openSeconds(), null, null))
                .toList();
        return new Report(
                period,
                thresholds,
                kept,
                true,
                new Availability(List.of(), untold),
                before,
                unreadable,
                unreadableCount,
                setAside,
                told);
    }

    /** What is to be said of calls that are in the reconciliation; nothing where there are none. */
    static Optional<Words> notReconciled(TelephoneFigures figures) {
        long calls = figures.reconciliationCount();
        if (calls == 0) {
            return Optional.empty();
        }
        return Optional.of(
                figures.total().received() != null
                        ? new Words(
                                "Połączenia, w których dziennik kolejek i rejestr centrali (CDR) się różnią: " + calls
                                        + "; raport podaje, które.",
                                calls + (calls == 1 ? " call does" : " calls do")
                                        + " not agree between the queue log and the CDR; the report lists where.")
                        : new Words(
                                "Połączenia, którym brakuje wierszy w dzienniku kolejek: " + calls
                                        + "; raport podaje, które.",
                                calls + (calls == 1 ? " call lacks" : " calls lack")
                                        + " lines in the queue log; the report lists where."));
    }

    /** The same, beside those of the period before. */
    public Report comparedWith(CallFigures earlier) {
        return new Report(
                period,
                thresholds,
                calls,
                beyondLogs,
                availability,
                earlier,
                unreadable,
                unreadableCount,
                setAside,
                notes);
    }
}
