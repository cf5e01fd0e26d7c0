package org.infolinia.reports.calls;

import org.jspecify.annotations.Nullable;

/**
 * The rings of a call that nobody took: which of them the consultant declined, which were missed.
 *
 * <p>A ring shorter than the queue's was declined, unless the end of the longest wait cut it.
 */
final class Rings {

    private static final int NEVER = Integer.MIN_VALUE;

    /** Second of the latest short ring, its queue, and how many ended in that second and in the one before. */
    private int lastShort = NEVER;

    private int shortIn;
    private int shorts;
    private int shortsBefore;

    private int timedOutAt = NEVER;
    private int timedOutOf;

    private int rejected;
    private int missed;

    /**
     * One rang for nothing.
     *
     * @param at      whole seconds, from whatever beginning
     * @param isShort shorter than the queue's ring time
     * @param trail   takes what the figures do not need, about {@code offered}; null where nobody asks for it
     */
    void ended(int at, int queue, boolean isShort, @Nullable CallTrail trail, CallTrail.@Nullable Offered offered) {
        if (isShort && !isAtTimeout(at, queue)) {
            rejected++;
            noteShort(at, queue, trail, offered);
        } else {
            missed++;
        }
    }

    /**
     * Whether Asterisk cut the ring, rather than the consultant: the last ring of a longest wait is only as long as what
     * is left of that wait, and its line and the one of the timeout are written at once, on either side of a second.
     */
    private boolean isAtTimeout(int at, int queue) {
        return timedOutAt != NEVER && timedOutOf == queue && Math.abs(at - timedOutAt) <= 1;
    }

    private void noteShort(int at, int queue, @Nullable CallTrail trail, CallTrail.@Nullable Offered offered) {
        if (trail != null && offered != null) {
            trail.rejected(offered);
        }
        if (lastShort != NEVER && at < lastShort) {
            // A stray: no timeout of its time is still to come.
            return;
        }
        boolean near = lastShort != NEVER && shortIn == queue && at <= lastShort + 1;
        if (!near) {
            shortsBefore = 0;
            shorts = 0;
        } else if (at > lastShort) {
            shortsBefore = shorts;
            shorts = 0;
        }
        if (trail != null && offered != null) {
            trail.excusable(offered, !near, near && at > lastShort);
        }
        lastShort = at;
        shortIn = queue;
        shorts++;
    }

    /** The longest wait is over: rings that were cut by that were missed, not declined. */
    void timedOut(int at, int queue, @Nullable CallTrail trail) {
        timedOutAt = at;
        timedOutOf = queue;
        if (lastShort == NEVER || shortIn != queue) {
            return;
        }
        int excused = 0;
        if (Math.abs(at - lastShort) <= 1) {
            excused += shorts;
            shorts = 0;
            if (trail != null) {
                trail.excuseLatest();
            }
        }
        if (Math.abs(at - (lastShort - 1)) <= 1) {
            excused += shortsBefore;
            shortsBefore = 0;
            if (trail != null) {
                trail.excuseBefore();
            }
        }
        rejected -= excused;
        missed += excused;
    }

    int rejected() {
        return rejected;
    }

    int missed() {
        return missed;
    }
}
