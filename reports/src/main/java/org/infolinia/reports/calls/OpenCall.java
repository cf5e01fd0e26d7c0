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
    private static final long PAIRING = 0x9E3779B97F4A7C15L;
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

    private @Nullable Conversation conversations;
    private int endedAt = NEVER;
    private long endedBy;
    private QueueEvent endedHow = QueueEvent.OTHER;
    private int talk;

    /** Second of the latest short ring, its queue, and how many ended in that second and in the one before. */
    private int lastShortRing = NEVER;

    private int shortRingsIn;
    private int shortRings;
    private int shortRingsBefore;

    private int timedOutAt = NEVER;
    private int timedOutOf;

    /** The last hang-up of a consultant, until its line may turn out to have been lost. */
    private int hungUpAt = NEVER;

    private long hungUpBy;
    private boolean hungUpSoon;

    private int lineLostAt = NEVER;
    private long lineLostOf;

    private int rejectedOffers;
    private int missedOffers;
    private int dumped;
    private int hungUpEarly;
    private int endedByConsultant;
    private int withoutEnd;

    /** @param trail takes what the figures do not need; null where nobody asks for it */
    OpenCall(long id, long at, @Nullable CallTrail trail) {
        this.id = id;
        this.trail = trail;
        this.firstLine = (int) (at - ORIGIN);
        this.lastLine = firstLine;
    }

    /** A conversation that has not ended. */
    private static final class Conversation {

        private final long pair;
        private final int since;
        private final CallTrail.@Nullable Talk talk;
        private @Nullable Conversation next;

        Conversation(long pair, int since, CallTrail.@Nullable Talk talk, @Nullable Conversation next) {
            this.pair = pair;
            this.since = since;
            this.talk = talk;
            this.next = next;
        }
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
                excuseShortRings(at, queue);
            }
            case EXITWITHKEY -> leave(at, queue, Outcome.EXITED_BY_KEY);
            case EXITEMPTY, WITHDRAW -> leave(at, queue, Outcome.REMOVED);
            case SYSCOMPAT -> leaveIncompatible(at, queue);
            case COMPLETEAGENT, COMPLETECALLER, BLINDTRANSFER, ATTENDEDTRANSFER, TRANSFER ->
                endTalk(at, pair(queue, consultant), early, event);
            case RINGNOANSWER -> {
                CallTrail.Offered offered =
                        trail == null ? null : trail.offered(moment, queue, consultant, ring, Offer.Response.MISSED);
                if (ring < ringTime && !isAtTimeout(at, queue)) {
                    rejectedOffers++;
                    noteShortRing(at, queue, offered);
                } else {
                    missedOffers++;
                }
            }
            case AGENTDUMP -> {
                dumped++;
                if (trail != null) {
                    trail.offered(moment, queue, consultant, 0, Offer.Response.DUMPED);
                }
            }
            case CALLBACK -> callBack = true;
            case LINELOST -> loseLine(at, pair(queue, consultant));
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

    /**
     * Whether Asterisk cut the ring, rather than the consultant: the last ring of a longest wait is only as long as what
     * is left of that wait, and its line and the one of the timeout are written at once, on either side of a second.
     */
    private boolean isAtTimeout(int at, int queue) {
        return timedOutAt != NEVER && timedOutOf == queue && Math.abs(at - timedOutAt) <= 1;
    }

    private void noteShortRing(int at, int queue, CallTrail.@Nullable Offered offered) {
        if (trail != null && offered != null) {
            trail.rejected(offered);
        }
        if (lastShortRing != NEVER && at < lastShortRing) {
            // A stray: no timeout of its time is still to come.
            return;
        }
        boolean near = lastShortRing != NEVER && shortRingsIn == queue && at <= lastShortRing + 1;
        if (!near) {
            shortRingsBefore = 0;
            shortRings = 0;
        } else if (at > lastShortRing) {
            shortRingsBefore = shortRings;
            shortRings = 0;
        }
        if (trail != null && offered != null) {
            trail.excusable(offered, !near, near && at > lastShortRing);
        }
        lastShortRing = at;
        shortRingsIn = queue;
        shortRings++;
    }

    /** The wait is over: rings that were cut by that were missed, not rejected. */
    private void excuseShortRings(int at, int queue) {
        timedOutAt = at;
        timedOutOf = queue;
        if (lastShortRing == NEVER || shortRingsIn != queue) {
            return;
        }
        int excused = 0;
        if (Math.abs(at - lastShortRing) <= 1) {
            excused += shortRings;
            shortRings = 0;
            if (trail != null) {
                trail.excuseLatest();
            }
        }
        if (Math.abs(at - (lastShortRing - 1)) <= 1) {
            excused += shortRingsBefore;
            shortRingsBefore = 0;
            if (trail != null) {
                trail.excuseBefore();
            }
        }
        rejectedOffers -= excused;
        missedOffers += excused;
    }

    /** A number that stands for the consultant in the queue: the same one may talk in two, within a second. */
    private static long pair(int queue, long consultant) {
        return consultant + (queue + 1) * PAIRING;
    }

    private void connect(int at, long leg, int queue, long consultant) {
        long pair = pair(queue, consultant);
        settle(at);
        waiting--;
        CallTrail.Talk talk = null;
        if (trail != null) {
            trail.left(at + ORIGIN, queue, Outcome.ANSWERED);
            talk = trail.talks(at + ORIGIN, leg, queue, consultant);
        }
        firstConnect = firstConnect == NEVER ? at : Math.min(firstConnect, at);
        dropConversations(pair, at);
        if (endedAt == at && endedBy == pair) {
            endedAt = NEVER;
            hungUpEarly += endedHow == QueueEvent.COMPLETEAGENT ? 1 : 0;
            end(talk, at, endedHow);
        } else {
            conversations = new Conversation(pair, at, talk, conversations);
        }
    }

    /**
     * The pair talks again: of its conversations the latest that began before this second may still be ended by a line of
     * this second; the others never will.
     */
    private void dropConversations(long pair, int at) {
        boolean kept = false;
        Conversation before = null;
        for (Conversation one = conversations; one != null; one = one.next) {
            if (one.pair == pair && (kept || one.since >= at)) {
                remove(one, before);
                withoutEnd++;
            } else {
                kept |= one.pair == pair;
                before = one;
            }
        }
    }

    private void end(CallTrail.@Nullable Talk talk, int at, QueueEvent how) {
        if (talk != null) {
            talk.end(at + ORIGIN, how);
        }
    }

    /** The end of the talk may be written a moment before or after it. */
    private void loseLine(int at, long pair) {
        if (hungUpAt != NEVER && hungUpBy == pair && Math.abs(at - hungUpAt) <= 1) {
            endedByConsultant--;
            hungUpEarly -= hungUpSoon ? 1 : 0;
            hungUpAt = NEVER;
        } else {
            lineLostAt = at;
            lineLostOf = pair;
        }
    }

    private boolean isLost(int at, long pair) {
        boolean lost = lineLostAt != NEVER && lineLostOf == pair && Math.abs(at - lineLostAt) <= 1;
        lineLostAt = lost ? NEVER : lineLostAt;
        return lost;
    }

    private void endTalk(int at, long pair, long early, QueueEvent how) {
        boolean hangUp = how == QueueEvent.COMPLETEAGENT && !isLost(at, pair);
        endedByConsultant += hangUp ? 1 : 0;
        Conversation ended = take(pair, at);
        if (ended == null) {
            endedAt = at;
            endedBy = pair;
            endedHow = how;
            return;
        }
        end(ended.talk, at, how);
        int seconds = Math.max(0, at - ended.since);
        talk += seconds;
        if (hangUp) {
            hungUpAt = at;
            hungUpBy = pair;
            hungUpSoon = seconds <= early;
            hungUpEarly += hungUpSoon ? 1 : 0;
        }
    }

    /**
     * Takes the conversation out that ends then; null where there is none. It is the pair's latest that began in an
     * earlier second, so that one which begins as another ends goes on.
     */
    private @Nullable Conversation take(long pair, int at) {
        Conversation latest = null;
        Conversation begun = null;
        Conversation beforeBegun = null;
        Conversation before = null;
        for (Conversation one = conversations; one != null; one = one.next) {
            if (one.pair == pair && one.since < at) {
                // Those behind the latest are older still, and had no end.
                withoutEnd += latest == null ? 0 : 1;
                latest = latest == null ? one : latest;
                remove(one, before);
            } else {
                if (one.pair == pair) {
                    begun = one;
                    beforeBegun = before;
                }
                before = one;
            }
        }
        if (latest == null && begun != null) {
            remove(begun, beforeBegun);
            return begun;
        }
        return latest;
    }

    private void remove(Conversation one, @Nullable Conversation before) {
        if (before == null) {
            conversations = one.next;
        } else {
            before.next = one.next;
        }
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
        return closedByStart || waiting <= 0 && conversations == null;
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
        for (Conversation one = conversations; one != null; one = one.next) {
            withoutEnd++;
        }
        return new Call(
                id,
                callBack,
                Instant.ofEpochSecond(known >= 0 ? known : ORIGIN + firstLine),
                outcome(),
                Duration.ofSeconds(waited()),
                Duration.ofSeconds(talk),
                rejectedOffers,
                missedOffers,
                dumped,
                hungUpEarly,
                endedByConsultant,
                withoutEnd);
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
