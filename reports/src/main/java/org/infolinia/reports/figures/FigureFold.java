package org.infolinia.reports.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.calls.Call;
import org.infolinia.reports.figures.Reconciliation.Kind;
import org.infolinia.reports.ledger.LongMap;
import org.infolinia.reports.ledger.Span;
import org.jspecify.annotations.Nullable;

/** Folds calls into the figures of a period; calls that arrived outside it are passed over. */
public final class FigureFold implements Consumer<Call> {

    /** Entries of the reconciliation that are listed; the calls of all are counted. */
    public static final int MOST_RECONCILED = 10_000;

    private final ReportPeriod period;
    private final Span span;
    private final LongMap inbound;
    private final boolean cdrKnown;
    private final LongFunction<String> spelling;
    private final ReportDays byMoment;
    private final Tally[] days;
    private final Tally total;
    /** Calls of the CDR by their place in it. */
    private final BitSet seen = new BitSet();

    private final BitSet callBacks = new BitSet();
    private final TreeSet<Entry> entries = new TreeSet<>();
    private long reconciled;

    /** An entry with its place in the list. */
    private record Entry(
            long arrived,
            String callId,
            Kind kind,
            @Nullable String queueLog,
            @Nullable String cdr) implements Comparable<Entry> {

        private static final Comparator<Entry> BY_ARRIVAL = Comparator.comparingLong(Entry::arrived)
                .thenComparing(Entry::callId)
                .thenComparing(Entry::kind);

        @Override
        public int compareTo(Entry other) {
            return BY_ARRIVAL.compare(this, other);
        }
    }

    /**
     * @param spelling a call's linked id by its key
     */
    public FigureFold(ReportPeriod period, Thresholds thresholds, CdrCalls cdr, LongFunction<String> spelling) {
        this.period = period;
        this.span = period.span();
        this.inbound = cdr.areKnown() ? cdr.arrivals() : new LongMap();
        this.cdrKnown = cdr.areKnown();
        this.spelling = spelling;
        this.byMoment = period.daysByMoment();
        this.days = new Tally[byMoment.count()];
        Arrays.setAll(days, day -> new Tally(thresholds));
        this.total = new Tally(thresholds);
    }

    @Override
    public void accept(Call call) {
        int inCdr = inbound.place(call.id());
        if (inCdr >= 0) {
            seen.set(inCdr);
        }
        if (call.callBack()) {
            // Ours to somebody, whatever account the CDR puts it under: no caller's visit.
            if (inCdr >= 0) {
                callBacks.set(inCdr);
            }
            return;
        }
        long arrived = call.arrived().getEpochSecond();
        int day = day(arrived);
        if (day < 0) {
            return;
        }
        days[day].add(call);
        boolean neverJoined = call.outcome() == Outcome.NEVER_JOINED;
        boolean onlyInQueueLog = !neverJoined && inCdr < 0 && cdrKnown;
        boolean withoutEnd = call.withoutEnd() > 0;
        if (neverJoined) {
            reconcile(call, Kind.NO_ENTER_QUEUE, inCdr >= 0);
        }
        if (onlyInQueueLog) {
            reconcile(call, Kind.ONLY_IN_QUEUE_LOG, false);
        }
        if (withoutEnd) {
            reconcile(call, Kind.CONVERSATION_WITHOUT_END, inCdr >= 0);
        }
        // A call may have two entries, and is one all the same.
        reconciled += neverJoined || onlyInQueueLog || withoutEnd ? 1 : 0;
    }

    private void reconcile(Call call, Kind kind, boolean inCdr) {
        String outcome = call.outcome().spelled();
        String clock = period.clock(call.arrived());
        add(new Entry(
                call.arrived().getEpochSecond(),
                spelling.apply(call.id()),
                kind,
                outcome + ", " + clock,
                inCdr ? "received, " + clock : null));
    }

    private void add(Entry entry) {
        entries.add(entry);
        if (entries.size() > MOST_RECONCILED) {
            entries.pollLast();
        }
    }

    /** Place of the day the moment belongs to; -1 outside the period. */
    private int day(long at) {
        return span.holds(at) ? byMoment.day(at) : -1;
    }

    /** All calls are in. */
    public TelephoneFigures figures() {
        receive();
        List<DayFigures> byDay = new ArrayList<>();
        for (int day = 0; day < days.length; day++) {
            total.add(days[day]);
            byDay.add(new DayFigures(period.first().plusDays(day), days[day].figures(cdrKnown)));
        }
        List<Reconciliation> listed = entries.stream()
                .map(entry -> new Reconciliation(entry.callId, entry.kind, entry.queueLog, entry.cdr))
                .toList();
        return new TelephoneFigures(byDay, total.figures(cdrKnown), listed, reconciled);
    }

    private void receive() {
        for (int i = 0; i < inbound.places(); i++) {
            if (!inbound.isTaken(i) || callBacks.get(i)) {
                continue;
            }
            long arrived = inbound.value(i);
            int day = day(arrived);
            if (day < 0) {
                continue;
            }
            days[day].receive();
            if (!seen.get(i)) {
                String clock = period.clock(Instant.ofEpochSecond(arrived));
                reconciled++;
                add(new Entry(arrived, spelling.apply(inbound.key(i)), Kind.ONLY_IN_CDR, null, "received, " + clock));
            }
        }
    }
}
