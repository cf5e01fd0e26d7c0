package org.infolinia.reports.live;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.LedgerPlace;
import org.infolinia.reports.calls.CallFold;
import org.infolinia.reports.calls.CallIdentity;
import org.infolinia.reports.calls.CallRules;
import org.infolinia.reports.calls.ToldCall;
import org.infolinia.reports.ledger.CallIds;
import org.infolinia.reports.ledger.CallRecordTexts;
import org.infolinia.reports.ledger.InboundCalls;
import org.infolinia.reports.ledger.KnownQueues;
import org.infolinia.reports.ledger.LedgerLines;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.ledger.LineTexts;
import org.infolinia.reports.ledger.LogFolder;
import org.infolinia.reports.ledger.LogPlaces;
import org.infolinia.reports.ledger.QueueEvent;
import org.infolinia.reports.ledger.QueueLog;
import org.infolinia.reports.ledger.QueueLogReading;
import org.infolinia.reports.ledger.Reading;
import org.infolinia.reports.ledger.Span;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the logs from a place on: all calls that have lines behind it are told anew, by the fold that reports
 * use, and the next place follows from them.
 */
final class LivePass {

    private static final long DAY = 86_400;

    /** A call that has lasted so long without an end will have none. */
    private static final long LONGEST_CALL = 2 * DAY;

    private final LogFolder folder;
    private final KnownQueues queues;
    private final CallRules rules;
    private final ZoneId zone;
    private final LedgerPlace place;
    private final long until;
    private final long now;
    private final CallIds ids = new CallIds();
    private final LogPlaces places;
    private final List<Told> told = new ArrayList<>();
    private final Set<Long> folded = new HashSet<>();

    /** What the next place must know of a call; times are seconds of the epoch. */
    private record Told(long id, long first, long last, boolean over) {}

    /**
     * What came of it.
     *
     * @param place        where the next pass begins
     * @param window       linked ids of all calls that the next pass will tell again
     * @param readUpTo     time stamp of the latest line, or where the reading was told to stop
     * @param stoppedShort time stamp of the earliest line that was left for the next pass; {@link Long#MAX_VALUE} where
     *                     none was
     * @param openSince    first line of the earliest call that is not over, and may still be
     * @param identity     which linked id a linked id belongs to, as the CDR now says
     */
    record Result(
            LedgerPlace place,
            Set<String> window,
            long readUpTo,
            long stoppedShort,
            Optional<Instant> openSince,
            Identity identity) {}

    /** Which call a linked id belongs to. */
    record Identity(CallIds ids, InboundCalls inbound) {

        boolean isPartOfAnother(String linkedId) {
            long id = ids.key(linkedId);
            return inbound.call(id) != id;
        }
    }

    /**
     * @param until reading stops there, in seconds of the epoch; {@link Long#MAX_VALUE} for all that is written
     */
    LivePass(
            LogFolder folder,
            KnownQueues queues,
            CallRules rules,
            ZoneId zone,
            LedgerPlace place,
            LogPlaces places,
            long until,
            Instant now) {
        this.folder = folder;
        this.queues = queues;
        this.rules = rules;
        this.zone = zone;
        this.place = place;
        this.places = places;
        this.until = until;
        this.now = now.getEpochSecond();
    }

    /**
     * Reads.
     *
     * @param each takes each call that is over, while others are still to be read
     */
    Result read(Consumer<FinishedCall> each) throws LedgerUnavailable {
        long from = place.from().getEpochSecond();
        long future = now + DAY;
        long to = Math.min(until, future);
        CallRecordTexts records = new CallRecordTexts();
        InboundCalls inbound = InboundCalls.read(
                folder,
                ids,
                new Reading(new Span(from, Math.max(from, to)), until, future, places, null, null),
                zone,
                records);
        LineTexts texts = new LineTexts();
        CallWriter writer = new CallWriter(queues.names(), ids, texts, records, inbound);
        Reading reading = new Reading(new Span(from, Math.max(from, to), 0), until, future, places, texts, null);
        QueueLogReading<Fold> read = new QueueLog(folder, queues, ids, reading).read(underWay -> {
            // Asked for a second time where time jumps back in a file: what the first fold told is void.
            told.clear();
            folded.clear();
            return new Fold(inbound, call -> tell(call, writer, each));
        });
        read.fold().finish();
        tellRecordsAlone(inbound, records, writer, each, from, to);
        long readUpTo = read.stoppedShort() == Long.MAX_VALUE ? Math.max(read.latest(), from) : Math.max(until, from);
        LedgerPlace next = next(readUpTo);
        return new Result(next, window(next), readUpTo, read.stoppedShort(), openSince(), new Identity(ids, inbound));
    }

    private Optional<Instant> openSince() {
        return told.stream()
                .filter(call -> !call.over && call.first >= now - LONGEST_CALL)
                .map(call -> Instant.ofEpochSecond(call.first))
                .min(Comparator.naturalOrder());
    }

    private void tell(ToldCall call, CallWriter writer, Consumer<FinishedCall> each) {
        told.add(new Told(call.call().id(), call.firstLine(), call.lastLine(), call.over()));
        folded.add(call.call().id());
        if (call.over() || call.firstLine() < Math.min(until, now) - LONGEST_CALL) {
            each.accept(writer.write(call));
        }
    }

    private void tellRecordsAlone(
            InboundCalls inbound,
            CallRecordTexts records,
            CallWriter writer,
            Consumer<FinishedCall> each,
            long from,
            long to) {
        place.settled().keySet().forEach(linkedId -> folded.add(ids.key(linkedId)));
        for (long call : inbound.calls()) {
            long arrived = inbound.arrivedAt(call);
            if (arrived >= from && arrived < to && folded.add(call)) {
                told.add(new Told(call, arrived, arrived, true));
                each.accept(writer.writeNotTold(call));
            }
        }
        Map<Long, List<CallRecordTexts.Outward>> outward = new HashMap<>();
        records.outward()
                .forEach((call, legs) -> outward.computeIfAbsent(inbound.call(call), first -> new ArrayList<>())
                        .addAll(legs));
        outward.forEach((call, legs) -> {
            long end = legs.stream()
                    .mapToLong(leg -> leg.start() + leg.duration())
                    .max()
                    .orElseThrow();
            if (end >= from && end < to && folded.add(call)) {
                told.add(new Told(call, end, end, true));
                each.accept(writer.writeOutward(call, legs));
            }
        });
    }

    /** Behind it nothing is left of a call that may still change, but for those it names. */
    private LedgerPlace next(long readUpTo) {
        long rest = readUpTo - CallFold.REST;
        long from = rest;
        for (Told call : told) {
            boolean settled = call.over && call.last < rest || call.first < readUpTo - LONGEST_CALL;
            if (!settled) {
                from = Math.min(from, call.first);
            }
        }
        from = Math.max(from, place.from().getEpochSecond());
        Map<String, Instant> settled = new HashMap<>();
        for (Map.Entry<String, Instant> before : place.settled().entrySet()) {
            if (before.getValue().getEpochSecond() >= from) {
                settled.put(before.getKey(), before.getValue());
            }
        }
        for (Told call : told) {
            if (call.first < from && call.last >= from) {
                settled.put(ids.text(call.id), Instant.ofEpochSecond(call.last));
            }
        }
        return new LedgerPlace(Instant.ofEpochSecond(from), settled, places.behind(from, from - DAY));
    }

    private Set<String> window(LedgerPlace next) {
        Set<String> window = new HashSet<>();
        for (Told call : told) {
            if (call.first >= next.from().getEpochSecond()) {
                window.add(ids.text(call.id));
            }
        }
        return window;
    }

    /** The fold of reports, less the lines of calls that are kept for good. */
    private final class Fold implements LedgerLines {

        private final CallIdentity identity;
        private final CallFold calls;
        private final Map<Long, Long> settled = new HashMap<>();

        Fold(InboundCalls inbound, Consumer<ToldCall> each) {
            this.identity = new CallIdentity() {
                @Override
                public long call(long id) {
                    return inbound.call(id);
                }

                @Override
                public long arrivedAt(long call) {
                    return inbound.arrivedAt(call);
                }
            };
            this.calls = CallFold.telling(rules, identity, each);
            place.settled().forEach((linkedId, last) -> settled.put(ids.key(linkedId), last.getEpochSecond()));
        }

        @Override
        public void line(long at, QueueEvent event, long call, int queue, long consultant, int ringMillis) {
            if (!settled.isEmpty() && event.isOfCall()) {
                @Nullable Long last = settled.get(identity.call(call));
                if (last != null && at <= last) {
                    return;
                }
            }
            calls.line(at, event, call, queue, consultant, ringMillis);
        }

        void finish() {
            calls.finish();
        }
    }
}
