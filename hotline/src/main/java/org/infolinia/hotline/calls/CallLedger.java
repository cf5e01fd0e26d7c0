package org.infolinia.hotline.calls;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where the live ledger writes what it has read, together with how far it has come. */
public interface CallLedger {

    /** How far it has come; {@link LedgerPlace#NOWHERE} before the first time. */
    LedgerPlace place();

    /** Linked ids of the calls that are kept and arrived at that moment or later. */
    Set<String> keptSince(Instant arrived);

    /** Keeps the calls as {@link FinishedCalls#keep} does, in one transaction. */
    void keep(List<FinishedCall> calls);

    /**
     * Keeps the calls, forgets those that turned out to be parts of others, and notes the place: in one transaction, so
     * that no call is lost or told twice, whenever the program ends.
     */
    void advance(List<FinishedCall> calls, Collection<String> gone, LedgerPlace place);
}
