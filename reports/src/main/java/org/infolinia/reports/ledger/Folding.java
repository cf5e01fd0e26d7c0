package org.infolinia.reports.ledger;

/** Makes what takes the lines of the queue log in. */
@FunctionalInterface
public interface Folding<F extends LedgerLines> {

    /**
     * Called by the thread that folds; lines are read ahead from {@code underWay} on, or from its end.
     *
     * @param underWay may be run, more than once too
     * @throws LedgerUnavailable when what it needs cannot be read
     */
    F begin(Runnable underWay) throws LedgerUnavailable;
}
