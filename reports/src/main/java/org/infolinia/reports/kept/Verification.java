package org.infolinia.reports.kept;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.reports.Report;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.figures.TelephoneFigures;
import org.infolinia.reports.json.FlatFigures;
import org.infolinia.reports.json.ReportJson;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.live.LogCalls;
import org.jspecify.annotations.Nullable;

/**
 * What the database and the logs say of one period, side by side.
 *
 * @param calls       calls of the period in the logs that are over
 * @param goingOn     calls that are not: the figures are held against each other once they are; 0 where that was done
 * @param differences a sentence each; at most {@value #MOST_LISTED}
 * @param count       all of them, listed or not
 */
public record Verification(long calls, long goingOn, List<String> differences, long count) {

    /** So many are listed. */
    public static final int MOST_LISTED = 1_000;

    public Verification {
        differences = List.copyOf(differences);
    }

    public boolean agrees() {
        return count == 0;
    }

    /**
     * Holds the kept calls against the logs, call by call, and the JSON made of either against each other.
     *
     * @param report counted from the logs
     * @throws LedgerUnavailable when there are no logs
     */
    public static Verification of(
            FinishedCalls kept, Path logs, ReportRules rules, ReportPeriod period, Report report, Clock clock)
            throws LedgerUnavailable {
        Map<String, FinishedCall> inLogs = new HashMap<>();
        LogCalls.read(logs, rules, period, clock, call -> inLogs.put(call.linkedId(), call));
        long calls = inLogs.size();
        Differences found = new Differences();
        List<FinishedCall> onlyKept = new ArrayList<>();
        kept.arrivedBetween(period.begins(), period.ends(), call -> {
            @Nullable FinishedCall other = inLogs.remove(call.linkedId());
            if (other == null) {
                onlyKept.add(call);
            } else {
                found.compare(call, other);
            }
        });
        inLogs.values().stream()
                .sorted(Comparator.comparing(FinishedCall::arrived).thenComparing(FinishedCall::linkedId))
                .forEach(call -> found.add(call.linkedId() + ": only in the logs (" + told(call) + ")"));
        TelephoneFigures figures = KeptFigures.count(
                kept, period, rules.thresholds(), report.calls().total().received() != null);
        Map<String, String> byLogs = figures(report);
        Map<String, String> byDatabase = figures(report.beyondLogs(figures));
        boolean same = byDatabase.equals(byLogs)
                && figures.reconciliation().equals(report.calls().reconciliation());
        // A call that goes on is in the logs' figures as it looks so far; in the database not, or as it was when kept.
        Set<String> begun = same && onlyKept.isEmpty() ? Set.of() : begun(logs, rules, period);
        onlyKept.stream()
                .filter(call -> !begun.contains(call.linkedId()))
                .forEach(call -> found.add(call.linkedId() + ": only in the database (" + told(call) + ")"));
        long goingOn = same ? 0 : begun.size() - calls;
        if (!same && goingOn == 0) {
            compare(byDatabase, byLogs, found);
            if (!figures.reconciliation().equals(report.calls().reconciliation())) {
                found.add("the reconciliation differs: " + figures.reconciliationCount() + " calls by the database, "
                        + report.calls().reconciliationCount() + " by the logs");
            }
        }
        return new Verification(calls, goingOn, found.listed, found.count);
    }

    /** Calls of the period, whether or not the logs have told them to their end. */
    private static Set<String> begun(Path logs, ReportRules rules, ReportPeriod period) throws LedgerUnavailable {
        Set<String> begun = new HashSet<>();
        LogCalls.read(logs, rules, period, call -> begun.add(call.linkedId()));
        return begun;
    }

    private static void compare(Map<String, String> kept, Map<String, String> logs, Differences found) {
        logs.forEach((figure, value) -> {
            String other = kept.getOrDefault(figure, "absent");
            if (!value.equals(other)) {
                found.add("the figures differ: " + figure + " is " + other + " by the database, " + value
                        + " by the logs");
            }
        });
    }

    /** The calls' figures as whoever reads the report's JSON sees them; of the rest only the logs tell. */
    private static Map<String, String> figures(Report report) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            ReportJson.write(report, json);
            Map<String, String> figures = FlatFigures.of(json.toByteArray());
            figures.keySet().removeIf(figure -> !figure.startsWith("calls ") && !figure.equals("reconciliationCount"));
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "writing the figures of " + report.period().name(), e);
        }
    }

    private static String told(FinishedCall call) {
        return call.outcome().spelled() + ", " + call.arrived();
    }

    /** Collects the sentences. */
    private static final class Differences {

        private final List<String> listed = new ArrayList<>();
        private long count;

        void add(String sentence) {
            count++;
            if (listed.size() < MOST_LISTED) {
                listed.add(sentence);
            }
        }

        void compare(FinishedCall kept, FinishedCall inLogs) {
            Map<String, Object> one = parts(kept);
            parts(inLogs).forEach((part, value) -> {
                Object other = one.getOrDefault(part, "");
                if (!value.equals(other)) {
                    add(kept.linkedId() + ": " + part + " is " + other + " in the database, " + value + " in the logs");
                }
            });
        }

        private static Map<String, Object> parts(FinishedCall call) {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("kind", call.kind());
            parts.put("arrival", call.arrived());
            parts.put("received", call.received());
            parts.put("caller's number", call.callerNumber());
            parts.put("number dialled", call.dialledNumber());
            parts.put("outcome", call.outcome());
            parts.put("wait", call.waitTime());
            parts.put("stays in queues", call.visits());
            parts.put("conversations", call.conversations());
            parts.put("offers", call.offers());
            return parts;
        }
    }
}
