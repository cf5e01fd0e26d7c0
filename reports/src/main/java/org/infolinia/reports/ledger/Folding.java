package org.infolinia.reports.ledger;

/** Makes what takes the lines of the queue log in. */
@FunctionalInterface
public interface Folding<F extends LedgerLines> {

    /**
     * Called by the thread that folds, while the lines are already read ahead.
     *
     * @throws LedgerUnavailable when what it needs cannot be read
     */
    F begin() throws LedgerUnavailable;
}
