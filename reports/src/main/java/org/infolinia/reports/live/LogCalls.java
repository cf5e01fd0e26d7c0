package org.infolinia.reports.live;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.LedgerPlace;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.calls.CallRules;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.ledger.KnownQueues;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.ledger.LogFolder;
import org.infolinia.reports.ledger.LogPlaces;
import org.infolinia.reports.ledger.Span;

/** Tells the calls of a period from the logs alone, as the live ledger would have kept them. */
public final class LogCalls {

    /** Beyond either end of the period, so that a call which straddles it is told whole. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private LogCalls() {}

    /**
     * Hands on each call that arrived in the period, in no order that means anything; one that still goes on as it looks
     * so far, which is how figures count it.
     *
     * @throws LedgerUnavailable when there is nothing to read
     */
    public static void read(Path logs, ReportRules rules, ReportPeriod period, Consumer<FinishedCall> each)
            throws LedgerUnavailable {
        // By then no call of the period can go on: whatever has no ending has none.
        Instant late = Instant.ofEpochSecond(period.span().to()).plus(MARGIN).plusSeconds(1);
        read(logs, rules, period, Clock.fixed(late, period.zone()), each);
    }

    /**
     * Hands on each call that arrived in the period and is over, in no order that means anything.
     *
     * @throws LedgerUnavailable when there is nothing to read
     */
    public static void read(Path logs, ReportRules rules, ReportPeriod period, Clock clock, Consumer<FinishedCall> each)
            throws LedgerUnavailable {
        LogFolder folder = LogFolder.open(logs);
        Span span = period.span();
        LedgerPlace place = new LedgerPlace(Instant.ofEpochSecond(span.from()).minus(MARGIN), Map.of(), List.of());
        new LivePass(
                        folder,
                        new KnownQueues(List.copyOf(rules.ringTimes().keySet())),
                        new CallRules(
                                List.copyOf(rules.ringTimes().values()),
                                rules.thresholds().hungUpEarly()),
                        rules.zone(),
                        place,
                        LogPlaces.find(folder, List.of()),
                        span.to() + MARGIN.toSeconds(),
                        clock.instant())
                .read(call -> {
                    if (span.holds(call.arrived().getEpochSecond())) {
                        each.accept(call);
                    }
                });
    }
}
