package org.infolinia.reports.calls;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.infolinia.reports.ledger.KnownQueues;
import org.infolinia.reports.ledger.LedgerLines;
import org.infolinia.reports.ledger.QueueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Folds the lines of the queue log into calls.
 *
 * <p>Holds the calls in progress, and each other call for {@value #REST_HOURS} hours after its last line: one that comes
 * back to a queue within that time is still one call.
 */
public final class CallFold implements LedgerLines {

    private static final int REST_HOURS = 24;
    private static final long REST = REST_HOURS * 3600L;
    private static final long BETWEEN_SWEEPS = REST / 4;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final CallIdentity identity;
    private final Consumer<Call> calls;
    private final long[] ringMillis;
    private final long early;
    private @Nullable OpenCall[] buckets = new @Nullable OpenCall[1024];
    private int size;
    private long nextSweep = Long.MIN_VALUE;

    public CallFold(CallRules rules, CallIdentity identity, Consumer<Call> calls) {
        this.identity = identity;
        this.calls = calls;
        this.ringMillis =
                rules.ringTimes().stream().mapToLong(Duration::toMillis).toArray();
        this.early = rules.hungUpEarly().toSeconds();
    }

    @Override
    public void line(long at, QueueEvent event, long call, int queue, long consultant, int ring) {
        if (event == QueueEvent.QUEUESTART) {
            closeAll(at);
        } else if (event.isOfCall() && (queue != KnownQueues.NO_QUEUE || event.isBeforeQueue())) {
            long ringTime = queue == KnownQueues.NO_QUEUE ? 0 : ringMillis[queue];
            find(identity.call(call), at).take(at, event, consultant, ring, ringTime, early);
        }
        if (at >= nextSweep) {
            sweep(at);
        }
    }

    private OpenCall find(long id, long at) {
        int bucket = bucket(id);
        for (OpenCall one = buckets[bucket]; one != null; one = one.next) {
            if (one.id == id) {
                return one;
            }
        }
        if (size >= buckets.length) {
            grow();
            bucket = bucket(id);
        }
        OpenCall added = new OpenCall(id, at);
        added.next = buckets[bucket];
        buckets[bucket] = added;
        size++;
        return added;
    }

    private int bucket(long id) {
        return (int) (id * GOLDEN >>> 40) & buckets.length - 1;
    }

    private void grow() {
        @Nullable OpenCall[] old = buckets;
        buckets = new @Nullable OpenCall[old.length * 2];
        for (OpenCall head : old) {
            OpenCall one = head;
            while (one != null) {
                OpenCall following = one.next;
                int bucket = bucket(one.id);
                one.next = buckets[bucket];
                buckets[bucket] = one;
                one = following;
            }
        }
    }

    private void closeAll(long at) {
        for (OpenCall head : buckets) {
            for (OpenCall one = head; one != null; one = one.next) {
                if (one.lastLine <= at) {
                    one.closeAtStart();
                }
            }
        }
    }

    /** Hands on the calls that have been at rest for long. */
    private void sweep(long at) {
        nextSweep = at + BETWEEN_SWEEPS;
        for (int i = 0; i < buckets.length; i++) {
            OpenCall kept = null;
            OpenCall one = buckets[i];
            while (one != null) {
                OpenCall following = one.next;
                if (one.isAtRest() && one.lastLine < at - REST) {
                    handOn(one);
                } else {
                    one.next = kept;
                    kept = one;
                }
                one = following;
            }
            buckets[i] = kept;
        }
    }

    private void handOn(OpenCall call) {
        size--;
        calls.accept(call.finish(identity));
    }

    /** The log is at its end: hands on all that is left. */
    public void finish() {
        for (OpenCall head : buckets) {
            for (OpenCall one = head; one != null; one = one.next) {
                handOn(one);
            }
        }
        Arrays.fill(buckets, null);
    }
}
