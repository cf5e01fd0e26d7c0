package org.infolinia.reports.kept;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.DayFigures;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.figures.TelephoneFigures;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.live.LogCalls;
import org.jspecify.annotations.Nullable;

/**
 * What the database and the logs say of one period, side by side.
 *
 * @param calls       calls of the period in the logs
 * @param differences a sentence each; at most {@value #MOST_LISTED}
 * @param count       all of them, listed or not
 */
public record Verification(long calls, List<String> differences, long count) {

    /** So many are listed. */
    public static final int MOST_LISTED = 1_000;

    public Verification {
        differences = List.copyOf(differences);
    }

    public boolean agrees() {
        return count == 0;
    }

    /**
     * Holds the kept calls against the logs, call by call, and the figures counted from either against each other.
     *
     * @param figures those counted from the logs
     * @throws LedgerUnavailable when there are no logs
     */
    public static Verification of(
            FinishedCalls kept,
            Path logs,
            ReportRules rules,
            ReportPeriod period,
            TelephoneFigures figures,
            Clock clock)
            throws LedgerUnavailable {
        Map<String, FinishedCall> inLogs = new HashMap<>();
        LogCalls.read(logs, rules, period, clock, call -> inLogs.put(call.linkedId(), call));
        long calls = inLogs.size();
        Differences found = new Differences();
        kept.arrivedBetween(
                period.first().atStartOfDay(period.zone()).toInstant(),
                period.last().plusDays(1).atStartOfDay(period.zone()).toInstant(),
                call -> found.compare(call, inLogs.remove(call.linkedId())));
        inLogs.values().stream()
                .sorted(Comparator.comparing(FinishedCall::arrived).thenComparing(FinishedCall::linkedId))
                .forEach(call -> found.add(call.linkedId() + ": only in the logs (" + told(call) + ")"));
        compare(
                KeptFigures.count(
                        kept, period, rules.thresholds(), figures.total().received() != null),
                figures,
                found);
        return new Verification(calls, found.listed, found.count);
    }

    private static void compare(TelephoneFigures kept, TelephoneFigures logs, Differences found) {
        for (int day = 0; day < logs.days().size(); day++) {
            DayFigures one = kept.days().get(day);
            DayFigures other = logs.days().get(day);
            if (!one.equals(other)) {
                found.add(other.date() + ": the figures differ: by the database " + one.figures() + ", by the logs "
                        + other.figures());
            }
        }
        if (!kept.reconciliation().equals(logs.reconciliation())) {
            found.add("the reconciliation differs: " + kept.reconciliationCount() + " calls by the database, "
                    + logs.reconciliationCount() + " by the logs");
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

        void compare(FinishedCall kept, @Nullable FinishedCall inLogs) {
            if (inLogs == null) {
                add(kept.linkedId() + ": only in the database (" + told(kept) + ")");
                return;
            }
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
