package org.infolinia.reports.ledger;

/**
 * The time that a report is about.
 *
 * @param from   first second of it, of the epoch
 * @param to     first second behind it
 * @param margin seconds read beyond either end, so that a call which straddles it is known whole
 */
public record Span(long from, long to, long margin) {

    private static final long USUAL_MARGIN = 2 * 24 * 3600L;

    /** With two days beyond either end. */
    public Span(long from, long to) {
        this(from, to, USUAL_MARGIN);
    }

    public Span {
        if (to < from) {
            throw new IllegalArgumentException("span from " + from + " to " + to);
        }
    }

    public boolean holds(long at) {
        return at >= from && at < to;
    }

    boolean isNear(long at) {
        return at >= from - margin && at < to + margin;
    }
}
