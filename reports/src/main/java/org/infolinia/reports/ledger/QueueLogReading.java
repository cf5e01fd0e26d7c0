package org.infolinia.reports.ledger;

/**
 * What came of reading the queue log.
 *
 * @param fold       that which took the lines in
 * @param unreadable lines left out
 * @param outOfOrder lines that could not be put in order
 * @param setAside   lines of other queues within the report's time
 */
public record QueueLogReading<F>(F fold, UnreadableLines unreadable, OutOfOrder outOfOrder, SetAside setAside) {}
