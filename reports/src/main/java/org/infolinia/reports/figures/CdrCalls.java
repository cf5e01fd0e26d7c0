package org.infolinia.reports.figures;

/** The inbound calls of the CDR, as the figures need them. */
public interface CdrCalls {

    /** Whether there is a CDR to count from. */
    boolean areKnown();

    /** Keys of all inbound calls near the period, in ascending order. */
    long[] calls();

    /** Whole seconds of the epoch; -1 for a call it does not have. */
    long arrivedAt(long call);
}
