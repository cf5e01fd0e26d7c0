package org.infolinia.reports.ledger;

/**
 * The time that a report is about.
 *
 * @param from first second of it, of the epoch
 * @param to   first second behind it
 */
public record Span(long from, long to) {

    /** What is read beyond either end, so that a call which straddles it is known whole. */
    private static final long MARGIN = 2 * 24 * 3600L;

    public Span {
        if (to < from) {
            throw new IllegalArgumentException("span from " + from + " to " + to);
        }
    }

    public boolean holds(long at) {
        return at >= from && at < to;
    }

    boolean isNear(long at) {
        return at >= from - MARGIN && at < to + MARGIN;
    }
}
