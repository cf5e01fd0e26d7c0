package org.infolinia.reports.live;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.infolinia.hotline.calls.CallLedger;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.LedgerPlace;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.calls.CallRules;
import org.infolinia.reports.ledger.KnownQueues;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.ledger.LogFolder;
import org.infolinia.reports.ledger.LogPlaces;
import org.infolinia.reports.ledger.QueueLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the logs: reads what was added, again and again, and keeps each call that is over.
 *
 * <p>Each reading begins far enough back to tell whole calls (hours), so there is no state but the {@link LedgerPlace},
 * which is kept with the calls: a program that ends at any moment, a rotated log, or a day off changes nothing.
 */
public final class LiveLedger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveLedger.class);

    /** Each reading goes over the last hours anew: what it finds is no more often of use. */
    private static final Duration PACE = Duration.ofSeconds(5);
    /** The thread that reads takes at most one twentieth of one processor. */
    private static final int REST_PER_WORK = 19;

    private static final long DAY = 86_400;
    private static final int MOST_AT_ONCE = 500;

    private final Path logs;
    private final Supplier<ReportRules> rules;
    private final CallLedger store;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final LongSupplier processorTime;

    private Optional<LedgerPlace> place = Optional.empty();
    /** Calls that the next pass tells again, by linked id, with the hash of what is kept of them. */
    private final Map<String, Integer> kept = new HashMap<>();

    private String appearance = "";
    private long until;
    private Future<?> next = CompletableFuture.completedFuture(null);
    private volatile LedgerState state;
    private volatile boolean closed;

    /**
     * @param logs   folder of queue_log and Master.csv
     * @param rules  asked for each time, since hotline.xml may change
     * @param thread one thread, which is ours alone; shut down with the ledger
     */
    public LiveLedger(
            Path logs, Supplier<ReportRules> rules, CallLedger store, Clock clock, ScheduledExecutorService thread) {
        // Waiting, for a slow database say, is no work: nobody is kept waiting for it again.
        this(logs, rules, store, clock, thread, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    /** @param processorTime of the calling thread, in nanoseconds */
    LiveLedger(
            Path logs,
            Supplier<ReportRules> rules,
            CallLedger store,
            Clock clock,
            ScheduledExecutorService thread,
            LongSupplier processorTime) {
        this.logs = logs;
        this.rules = rules;
        this.store = store;
        this.clock = clock;
        this.thread = thread;
        this.processorTime = processorTime;
        this.state = new LedgerState(
                Optional.of("it has not read anything yet"), clock.instant(), Optional.empty(), Optional.empty());
    }

    /** Follows the logs from now on, until closed. */
    public void start() {
        thread.execute(this::follow);
    }

    private void follow() {
        long before = processorTime.getAsLong();
        catchUp();
        long worked = processorTime.getAsLong() - before;
        synchronized (this) {
            if (!closed) {
                next = thread.schedule(
                        this::follow, Math.max(PACE.toNanos(), worked * REST_PER_WORK), TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Reads all that was added; what keeps it from that is told by {@link #state}, and the next time tries again. */
    void catchUp() {
        try {
            while (!closed && readOn()) {
                LOG.debug("catching up: {}", state);
            }
        } catch (LedgerUnavailable missing) {
            fail("the logs: " + missing.getMessage(), missing);
        } catch (RuntimeException fault) { // the edge: whatever it is, the next time may go well
            fail(fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage(), fault);
        }
    }

    private void fail(String why, Exception cause) {
        // What the database has of it is not known: begin where it says.
        place = Optional.empty();
        appearance = "";
        if (!state.trouble().equals(Optional.of(why))) {
            LOG.error("the ledger does not come on, and tries again each few seconds: {}", why);
            LOG.debug("the ledger does not come on", cause);
        }
        Instant since = state.trouble().isPresent() ? state.since() : clock.instant();
        state = new LedgerState(Optional.of(why), since, Optional.empty(), Optional.empty());
    }

    /** Whether there is more to read at once. */
    private boolean readOn() throws LedgerUnavailable {
        Instant now = clock.instant();
        LogFolder folder = LogFolder.open(logs);
        String seen = folder.appearance();
        if (place.isEmpty()) {
            begin(folder);
        } else if (seen.equals(appearance)) {
            return false;
        }
        LedgerPlace from = place.orElseThrow();
        ReportRules today = rules.get();
        LivePass pass = new LivePass(
                folder,
                new KnownQueues(List.copyOf(today.ringTimes().keySet())),
                new CallRules(
                        List.copyOf(today.ringTimes().values()),
                        today.thresholds().hungUpEarly()),
                today.zone(),
                from,
                LogPlaces.find(folder, from.files()),
                until,
                now);
        Changed changed = new Changed();
        LivePass.Result result = pass.read(changed);
        boolean moreAtOnce = result.stoppedShort() != Long.MAX_VALUE;
        advance(changed, result);
        appearance = moreAtOnce ? "" : seen;
        until = moreAtOnce ? Math.max(until, result.stoppedShort()) + DAY : Long.MAX_VALUE;
        come(moreAtOnce ? Optional.of(Instant.ofEpochSecond(result.readUpTo())) : Optional.empty(), result.openSince());
        return moreAtOnce;
    }

    private void begin(LogFolder folder) throws LedgerUnavailable {
        LedgerPlace known = store.place();
        kept.clear();
        store.keptSince(known.from()).forEach(linkedId -> kept.put(linkedId, 0));
        long first = QueueLog.earliest(folder, LogPlaces.find(folder, known.files()));
        // A day at a time, so that memory does not go by how long we were off.
        until = first == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : Math.max(first, known.from().getEpochSecond()) + DAY;
        place = Optional.of(known);
    }

    private void advance(Changed changed, LivePass.Result result) {
        List<String> gone = kept.keySet().stream()
                .filter(result.identity()::isPartOfAnother)
                .toList();
        if (!changed.calls.isEmpty() || !gone.isEmpty() || !result.place().equals(place.orElseThrow())) {
            store.advance(changed.calls, gone, result.place());
        }
        changed.hashes.forEach(kept::put);
        Set<String> window = result.window();
        kept.keySet().retainAll(window);
        place = Optional.of(result.place());
    }

    private void come(Optional<Instant> catchUpTo, Optional<Instant> openSince) {
        Instant now = clock.instant();
        if (state.trouble().isPresent()) {
            LOG.info("the ledger reads {}", logs);
        }
        Instant since = state.trouble().isPresent() ? now : state.since();
        state = new LedgerState(Optional.empty(), since, catchUpTo, openSince);
    }

    public LedgerState state() {
        return state;
    }

    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            // A thread that is shut down waits for what it is to do later.
            next.cancel(false);
            thread.shutdown();
        }
        // A transaction is brief; the next start makes up for whatever is cut off here.
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    /** Collects the calls of which something else is kept, and keeps them in parcels while the reading goes on. */
    private final class Changed implements java.util.function.Consumer<FinishedCall> {

        private List<FinishedCall> calls = new ArrayList<>();
        private final Map<String, Integer> hashes = new HashMap<>();

        @Override
        public void accept(FinishedCall call) {
            int hash = call.hashCode();
            Integer before =
                    hashes.containsKey(call.linkedId()) ? hashes.get(call.linkedId()) : kept.get(call.linkedId());
            if (before != null && before == hash) {
                return;
            }
            hashes.put(call.linkedId(), hash);
            calls.add(call);
            if (calls.size() == MOST_AT_ONCE) {
                store.keep(calls);
                calls = new ArrayList<>();
            }
        }
    }
}
