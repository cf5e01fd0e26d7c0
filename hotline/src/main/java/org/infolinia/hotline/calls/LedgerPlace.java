package org.infolinia.hotline.calls;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far the live ledger has come: all that is older is kept for good and need not be read again.
 *
 * @param from    lines of this moment or later are read again
 * @param settled linked ids of calls that are kept for good though some of their lines are as late; with the moment of
 *                the last such line
 * @param files   where in each log file the reading begins
 */
public record LedgerPlace(Instant from, Map<String, Instant> settled, List<FilePlace> files) {

    /** Nothing has been read yet. */
    public static final LedgerPlace NOWHERE = new LedgerPlace(Instant.EPOCH, Map.of(), List.of());

    public LedgerPlace {
        settled = Map.copyOf(settled);
        files = List.copyOf(files);
    }
}
