package org.infolinia.reports.calls;

import java.time.Duration;
import java.time.Instant;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.ledger.QueueEvent;
import org.jspecify.annotations.Nullable;

/**
 * A call while its lines come in.
 *
 * <p>Tolerates that lines of one second stand in any order: joins and leaves are counted, not paired, and an ending that
 * comes before its beginning waits for it within the second.
 */
final class OpenCall {

    /** Seconds are kept in four bytes each, counted from here: until 2069. A smaller call is a faster one. */
    private static final long ORIGIN = 1_000_000_000;

    private static final int NEVER = Integer.MIN_VALUE;
    private static final int NOWHERE = Integer.MIN_VALUE;

    final long id;

    private final int firstLine;
    private int lastLine;
    private boolean closedByStart;

    private final @Nullable CallTrail trail;
    private boolean callBack;
    private boolean refused;
    private boolean turnedAway;
    private boolean leftInIvr;

    private int firstEnter = NEVER;
    private int firstConnect = NEVER;
    /** Joins less leaves; within one second it may be below 0 or above 1. */
    private int waiting;

    private int lastMove = NEVER;
    private int lastLeave = NEVER;
    private Outcome left = Outcome.REMOVED;
    /** The queue that SYSCOMPAT put the caller out of, until they join it again. */
    private int incompatibleIn = NOWHERE;

    private final Talks talks = new Talks();
    private @Nullable Rings rings;
    private int dumped;

    /** @param trail takes what the figures do not need; null where nobody asks for it */
    OpenCall(long id, long at, @Nullable CallTrail trail) {
        this.id = id;
        this.trail = trail;
        this.firstLine = (int) (at - ORIGIN);
        this.lastLine = firstLine;
    }

    /** @param leg key of the call id that the line bears, which need not be the linked id */
    void take(
            long moment, QueueEvent event, long leg, int queue, long consultant, long ring, long ringTime, long early) {
        int at = (int) (moment - ORIGIN);
        lastLine = Math.max(lastLine, at);
        if (closedByStart) {
            // Asterisk has started since: whatever names this call now is a stray.
            return;
        }
        switch (event) {
            case ENTERQUEUE -> enter(at, queue);
            case CONNECT -> connect(at, leg, queue, consultant);
            case ABANDON -> {
                // Asterisk writes it behind a SYSCOMPAT too, which has decided already.
                if (incompatibleIn != queue) {
                    leave(at, queue, Outcome.ABANDONED);
                }
            }
            case EXITWITHTIMEOUT -> {
                leave(at, queue, Outcome.TIMED_OUT);
                rings().timedOut(at, queue, trail);
            }
            case EXITWITHKEY -> leave(at, queue, Outcome.EXITED_BY_KEY);
            case EXITEMPTY, WITHDRAW -> leave(at, queue, Outcome.REMOVED);
            case SYSCOMPAT -> leaveIncompatible(at, queue);
            case COMPLETEAGENT, COMPLETECALLER, BLINDTRANSFER, ATTENDEDTRANSFER, TRANSFER ->
                talks.end(at, Talks.pair(queue, consultant), early, event);
            case RINGNOANSWER -> {
                CallTrail.Offered offered =
                        trail == null ? null : trail.offered(moment, queue, consultant, ring, Offer.Response.MISSED);
                rings().ended(at, queue, ring < ringTime, trail, offered);
            }
            case AGENTDUMP -> {
                dumped++;
                if (trail != null) {
                    trail.offered(moment, queue, consultant, 0, Offer.Response.DUMPED);
                }
            }
            case CALLBACK -> callBack = true;
            case LINELOST -> talks.loseLine(at, Talks.pair(queue, consultant));
            case REFUSED -> refused = true;
            case CLOSED -> turnedAway = true;
            case LEFTIVR -> leftInIvr = true;
            default -> {
                // RINGCANCELED is the caller's doing; the rest is about consultants.
            }
        }
    }

    private void enter(int at, int queue) {
        if (incompatibleIn == queue && at > lastLeave) {
            incompatibleIn = NOWHERE;
        }
        settle(at);
        if (trail != null) {
            trail.joined(at + ORIGIN, queue);
        }
        waiting++;
        firstEnter = firstEnter == NEVER ? at : Math.min(firstEnter, at);
    }

    private void leave(int at, int queue, Outcome how) {
        settle(at);
        if (trail != null) {
            trail.left(at + ORIGIN, queue, how);
        }
        waiting--;
        // Within a second ABANDON is last, wherever its line stands: the caller is gone.
        if (at > lastLeave || left != Outcome.ABANDONED) {
            left = how;
        }
        lastLeave = Math.max(lastLeave, at);
    }

    /** Caller and consultant have no codec in common; within a second it decides, wherever its line stands. */
    private void leaveIncompatible(int at, int queue) {
        incompatibleIn = queue;
        leave(at, queue, Outcome.REMOVED);
        if (at >= lastLeave) {
            left = Outcome.REMOVED;
        }
    }

    /** A second has passed: a join whose leave is missing counts once, a leave whose join is missing not at all. */
    private void settle(int at) {
        if (at > lastMove) {
            waiting = Math.max(0, Math.min(1, waiting));
            lastMove = at;
        }
    }

    private Rings rings() {
        if (rings == null) {
            rings = new Rings();
        }
        return rings;
    }

    private void connect(int at, long leg, int queue, long consultant) {
        settle(at);
        waiting--;
        CallTrail.Talk talk = null;
        if (trail != null) {
            trail.left(at + ORIGIN, queue, Outcome.ANSWERED);
            talk = trail.talks(at + ORIGIN, leg, queue, consultant);
        }
        firstConnect = firstConnect == NEVER ? at : Math.min(firstConnect, at);
        talks.begin(at, Talks.pair(queue, consultant), talk);
    }

    /** Asterisk started at that time: nobody who was there before waits or talks any more. */
    void closeAtStart(long at) {
        closedByStart |= lastLine <= at - ORIGIN;
    }

    /** Whether the caller neither waits nor talks, as far as the log tells, and has not been heard of since then. */
    boolean isSettled(long since) {
        return lastLine < since - ORIGIN && isOver();
    }

    private boolean isOver() {
        return closedByStart || waiting <= 0 && talks.areOver();
    }

    /** The same call with all that its lines tell. */
    ToldCall tell(CallIdentity identity) {
        if (trail == null) {
            throw new IllegalStateException("call " + id + " was folded without its trail");
        }
        boolean over = isOver();
        return new ToldCall(finish(identity), trail, firstLine + ORIGIN, lastLine + ORIGIN, over);
    }

    Call finish(CallIdentity identity) {
        long known = identity.arrivedAt(id);
        return new Call(
                id,
                callBack,
                Instant.ofEpochSecond(known >= 0 ? known : ORIGIN + firstLine),
                outcome(),
                Duration.ofSeconds(waited()),
                Duration.ofSeconds(talks.seconds()),
                rings == null ? 0 : rings.rejected(),
                rings == null ? 0 : rings.missed(),
                dumped,
                talks.hungUpEarly(),
                talks.endedByConsultant(),
                talks.withoutEnd());
    }

    private Outcome outcome() {
        if (firstEnter != NEVER) {
            if (firstConnect != NEVER) {
                return Outcome.ANSWERED;
            }
            return waiting > 0 ? Outcome.REMOVED : left;
        }
        if (refused) {
            return Outcome.REFUSED;
        }
        if (turnedAway) {
            return Outcome.CLOSED_HOURS;
        }
        return leftInIvr ? Outcome.LEFT_IN_IVR : Outcome.NEVER_JOINED;
    }

    private long waited() {
        int end = firstConnect != NEVER ? firstConnect : lastLeave;
        return firstEnter == NEVER || end == NEVER ? 0 : Math.max(0, end - firstEnter);
    }
}
