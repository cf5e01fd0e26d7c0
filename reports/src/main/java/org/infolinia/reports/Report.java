package org.infolinia.reports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.infolinia.hotline.Thresholds;
import org.infolinia.reports.availability.Availability;
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
        Availability availability,
        @Nullable CallFigures before,
        List<Unreadable> unreadable,
        long unreadableCount,
        Map<String, Long> setAside,
        List<Words> notes) {

    public Report {
        unreadable = List.copyOf(unreadable);
        setAside = Collections.unmodifiableMap(new TreeMap<>(setAside));
        notes = List.copyOf(notes);
    }

    /** The same, beside those of the period before. */
    public Report comparedWith(CallFigures earlier) {
        return new Report(
                period, thresholds, calls, availability, earlier, unreadable, unreadableCount, setAside, notes);
    }
}
