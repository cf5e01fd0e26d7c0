package org.infolinia.reports.ledger;

/**
 * What came of reading the queue log.
 *
 * @param fold       that which took the lines in
 * @param unreadable lines left out
 * @param outOfOrder lines that could not be put in order
 * @param setAside   lines of other queues within the report's time
 * @param latest     time stamp of the latest line taken in; {@link Long#MIN_VALUE} where there is none
 * @param stoppedShort time stamp of the earliest line at which the reading was told to stop; {@link Long#MAX_VALUE}
 *                   where it came to the end of all files
 */
public record QueueLogReading<F>(
        F fold, UnreadableLines unreadable, OutOfOrder outOfOrder, SetAside setAside, long latest, long stoppedShort) {}
