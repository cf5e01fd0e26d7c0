package org.infolinia.hotline.delivery;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.mail.Document;
import org.infolinia.hotline.mail.Letter;

/** The monthly reports that were made to be sent, kept as they were. */
public interface SentReports {

    /**
     * Enters a version with its files, together with the letters that take it to its recipients; letters with earlier
     * versions of the month that are still to be sent, or were refused, are withdrawn. All or nothing, and durable when this
     * returns.
     *
     * @return false where somebody else has entered a version of this number meanwhile; then nothing is entered
     */
    boolean enter(ReportVersion version, Document workbook, Document figures, List<Letter> letters);

    /**
     * Sends a version on: to those who have no letter with it yet, and once more to those whose letter was refused or
     * withdrawn. What is still to be sent to anybody else is withdrawn. Whoever has it gets nothing.
     *
     * @param letters to all who are to have it
     * @return how many letters are to be sent now that were not before
     */
    int readdress(ReportVersion version, List<Letter> letters, Instant now);

    /** The latest version of each month from that one on, by month. */
    List<SentReport> latestSince(YearMonth first);

    /** All versions of one month, the first one first. */
    List<SentReport> of(YearMonth month);

    /** A kept file by its SHA-256. */
    Optional<byte[]> content(String sha256);
}
