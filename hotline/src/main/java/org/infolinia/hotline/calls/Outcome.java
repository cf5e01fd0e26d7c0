package org.infolinia.hotline.calls;

import java.util.Locale;

/** How a call ended, seen from the hotline; each but the last two is a row of {@code figures.md}. */
public enum Outcome {
    ANSWERED,
    ABANDONED,
    TIMED_OUT,
    EXITED_BY_KEY,
    /** Put out of the queue, or no ending at all. */
    REMOVED,
    /** Sent to a queue that did not let the caller in, and to no other. */
    REFUSED,
    CLOSED_HOURS,
    LEFT_IN_IVR,
    /** Lines of a queue without any ENTERQUEUE: it arrived before the logs begin, or its line is unreadable. */
    NEVER_JOINED,
    /** Of a call outwards: whoever was called did not take it. */
    NOT_TAKEN,
    /** The CDR has it, and the queue log no line that says what became of it. */
    NOT_TOLD;

    /** As the reconciliation spells it, such as {@code timed out}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether the caller joined a queue. */
    public boolean isOffered() {
        return compareTo(REMOVED) <= 0;
    }
}
