package org.infolinia.reports.calls;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.infolinia.reports.ledger.CallIds;
import org.infolinia.reports.ledger.KnownQueues;
import org.infolinia.reports.ledger.LedgerLines;
import org.infolinia.reports.ledger.OrderedLines;
import org.infolinia.reports.ledger.QueueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Folds the lines of the queue log into calls.
 *
 * <p>Holds the calls in progress, and each other call for {@value #REST_HOURS} hours after its last line: one that comes
 * back to a queue within that time is still one call.
 */
public final class CallFold implements LedgerLines {

    private static final int REST_HOURS = 6;

    /** Seconds after its last line in which a call may come back. */
    public static final long REST = REST_HOURS * 3600L;

    private final CallIdentity identity;
    private final Consumer<OpenCall> finished;
    private final boolean trails;
    private final long[] ringMillis;
    private final long early;
    /** Open addressing: the id at a place counts only where a call is. */
    private long[] ids = new long[1024];

    private @Nullable OpenCall[] calls = new @Nullable OpenCall[1024];
    private int size;

    public CallFold(CallRules rules, CallIdentity identity, Consumer<Call> finished) {
        this(rules, identity, call -> finished.accept(call.finish(identity)), false);
    }

    /** A fold whose calls come with all that their lines tell; needs some times the memory for each. */
    public static CallFold telling(CallRules rules, CallIdentity identity, Consumer<ToldCall> finished) {
        return new CallFold(rules, identity, call -> finished.accept(call.tell(identity)), true);
    }

    private CallFold(CallRules rules, CallIdentity identity, Consumer<OpenCall> finished, boolean trails) {
        this.identity = identity;
        this.finished = finished;
        this.trails = trails;
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
            find(identity.call(call), at).take(at, event, call, queue, consultant, ring, ringTime, early);
        }
    }

    @Override
    public void lines(OrderedLines lines) {
        for (int i = 0; i < lines.size(); i++) {
            line(lines.at(i), lines.event(i), lines.call(i), lines.queue(i), lines.consultant(i), lines.ringMillis(i));
        }
    }

    private OpenCall find(long id, long at) {
        int slot = slot(id);
        OpenCall known = calls[slot];
        if (known != null) {
            if (!known.isSettled(at - REST)) {
                return known;
            }
            handOn(known);
        } else if (size * 2 >= calls.length) {
            sweep(at);
            slot = slot(id);
        }
        OpenCall added = new OpenCall(id, at, trails ? new CallTrail() : null);
        ids[slot] = id;
        calls[slot] = added;
        size++;
        return added;
    }

    /** Where the call is, or would be. Calls in progress share a few cache lines, however many rest. */
    private int slot(long id) {
        int mask = calls.length - 1;
        int slot = CallIds.hash(id) & mask;
        while (calls[slot] != null && ids[slot] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void move(int room) {
        @Nullable OpenCall[] old = calls;
        ids = new long[room];
        calls = new @Nullable OpenCall[room];
        for (OpenCall call : old) {
            if (call != null) {
                int slot = slot(call.id);
                ids[slot] = call.id;
                calls[slot] = call;
            }
        }
    }

    private void closeAll(long at) {
        for (OpenCall call : calls) {
            if (call != null) {
                call.closeAtStart(at);
            }
        }
    }

    /** The table is half full: hands on the calls that have been at rest for long, makes room if that is not enough. */
    private void sweep(long at) {
        for (int i = 0; i < calls.length; i++) {
            OpenCall call = calls[i];
            if (call != null && call.isSettled(at - REST)) {
                handOn(call);
                calls[i] = null;
            }
        }
        // Moved even where there is room: holes would end a search too early.
        move(size * 4 > calls.length ? calls.length * 2 : calls.length);
    }

    private void handOn(OpenCall call) {
        size--;
        finished.accept(call);
    }

    /** The log is at its end: hands on all that is left. */
    public void finish() {
        for (OpenCall call : calls) {
            if (call != null) {
                handOn(call);
            }
        }
        Arrays.fill(calls, null);
    }
}
