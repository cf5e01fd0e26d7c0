package org.infolinia.reports.delivery;

import java.io.IOException;
import java.time.YearMonth;
import org.infolinia.reports.ledger.LedgerUnavailable;

/** Makes a month's report, as {@code report month} does. */
@FunctionalInterface
public interface MonthMaker {

    /**
     * Reads and counts; takes seconds, or minutes where the logs are large.
     *
     * @throws LedgerUnavailable when there is nothing to count from
     * @throws IOException       when the workbook cannot be written
     */
    MadeMonth make(YearMonth month) throws LedgerUnavailable, IOException;
}
