package org.infolinia.reports.calls;

import org.infolinia.reports.ledger.QueueEvent;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of a call, each of a consultant in a queue.
 *
 * <p>Lines of one second may stand in any order: an ending that comes before its beginning waits for it within the second.
 */
final class Talks {

    private static final int NEVER = Integer.MIN_VALUE;

    /** So many seconds after the end of the talk its line may be said to have been lost, on a box that is busy. */
    private static final int LOST_WITHIN = 5;

    private static final long PAIRING = 0x9E3779B97F4A7C15L;

    private @Nullable Talk going;

    /** The latest ending that ended nothing yet. */
    private int endedAt = NEVER;

    private long endedBy;
    private QueueEvent endedHow = QueueEvent.OTHER;

    /** The last hang-up of a consultant, until its line may turn out to have been lost. */
    private int hungUpAt = NEVER;

    private long hungUpBy;
    private boolean hungUpSoon;
    /** What it ended; null where that has not begun by then. */
    private @Nullable Talk hungUp;

    private int lineLostAt = NEVER;
    private long lineLostOf;

    private int seconds;
    private int hungUpEarly;
    private int endedByConsultant;
    private int withoutEnd;

    /** A conversation that has not ended, before those that began earlier. */
    private static final class Talk {

        private final long pair;
        private final int since;
        private final CallTrail.@Nullable Talk told;
        private @Nullable Talk next;

        Talk(long pair, int since, CallTrail.@Nullable Talk told, @Nullable Talk next) {
            this.pair = pair;
            this.since = since;
            this.told = told;
            this.next = next;
        }

        void end(int at, QueueEvent how) {
            if (told != null) {
                told.end(told.began() + (at - since), how);
            }
        }
    }

    /** A number that stands for the consultant in the queue: the same one may talk in two, within a second. */
    static long pair(int queue, long consultant) {
        return consultant + (queue + 1) * PAIRING;
    }

    /**
     * A consultant has answered.
     *
     * @param at   whole seconds, from whatever beginning
     * @param told takes what the figures do not need; null where nobody asks for it
     */
    void begin(int at, long pair, CallTrail.@Nullable Talk told) {
        drop(pair, at);
        Talk begun = new Talk(pair, at, told, going);
        if (endedAt == at && endedBy == pair) {
            endedAt = NEVER;
            begun.end(at, endedHow);
            if (endedHow == QueueEvent.COMPLETEAGENT) {
                hungUpEarly++;
                if (hungUpAt == at && hungUpBy == pair) {
                    hungUpSoon = true;
                    hungUp = begun;
                }
            }
        } else {
            going = begun;
        }
    }

    /**
     * The pair talks again: of its conversations the latest that began before this second may still be ended by a line of
     * this second; the others never will.
     */
    private void drop(long pair, int at) {
        boolean kept = false;
        Talk before = null;
        for (Talk one = going; one != null; one = one.next) {
            if (one.pair == pair && (kept || one.since >= at)) {
                remove(one, before);
                withoutEnd++;
            } else {
                kept |= one.pair == pair;
                before = one;
            }
        }
    }

    /** @param early whole seconds within which a consultant who hangs up does so early */
    void end(int at, long pair, long early, QueueEvent event) {
        QueueEvent how = event == QueueEvent.COMPLETEAGENT && isLost(at, pair) ? QueueEvent.LINELOST : event;
        boolean hangUp = how == QueueEvent.COMPLETEAGENT;
        endedByConsultant += hangUp ? 1 : 0;
        Talk ended = take(pair, at);
        boolean soon = false;
        if (ended == null) {
            endedAt = at;
            endedBy = pair;
            endedHow = how;
        } else {
            ended.end(at, how);
            int length = Math.max(0, at - ended.since);
            seconds += length;
            soon = length <= early;
        }
        if (hangUp) {
            hungUpAt = at;
            hungUpBy = pair;
            hungUpSoon = soon;
            hungUp = ended;
            hungUpEarly += soon ? 1 : 0;
        }
    }

    /** It was no hang-up; the end of the talk may be written some seconds before it, or a moment after. */
    void loseLine(int at, long pair) {
        if (hungUpAt != NEVER && hungUpBy == pair && at - hungUpAt <= LOST_WITHIN) {
            endedByConsultant--;
            hungUpEarly -= hungUpSoon ? 1 : 0;
            if (hungUp != null) {
                hungUp.end(hungUpAt, QueueEvent.LINELOST);
            } else if (endedAt == hungUpAt && endedBy == pair) {
                endedHow = QueueEvent.LINELOST;
            }
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

    /**
     * Takes the conversation out that ends then; null where there is none. It is the pair's latest that began in an
     * earlier second, so that one which begins as another ends goes on.
     */
    private @Nullable Talk take(long pair, int at) {
        Talk latest = null;
        Talk begun = null;
        Talk beforeBegun = null;
        Talk before = null;
        for (Talk one = going; one != null; one = one.next) {
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

    private void remove(Talk one, @Nullable Talk before) {
        if (before == null) {
            going = one.next;
        } else {
            before.next = one.next;
        }
    }

    /** Whether nobody talks, as far as the log tells. */
    boolean areOver() {
        return going == null;
    }

    /** Of those that have ended. */
    int seconds() {
        return seconds;
    }

    int hungUpEarly() {
        return hungUpEarly;
    }

    int endedByConsultant() {
        return endedByConsultant;
    }

    /** Those that go on where the log ends among them. */
    int withoutEnd() {
        int count = withoutEnd;
        for (Talk one = going; one != null; one = one.next) {
            count++;
        }
        return count;
    }
}
