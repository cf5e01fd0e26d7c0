package org.infolinia.reports.ledger;

/**
 * A stretch of one file in which time goes forward; a whole file, unless somebody has put two into one.
 *
 * @param file   the file
 * @param offset bytes of it (unpacked) before the stretch
 * @param line   lines before the stretch
 * @param end    number of the last line that belongs to it
 * @param starts time stamp of its beginning, whole seconds of the epoch
 */
record LogRun(LogFile file, long offset, long line, long end, long starts) {}
