package org.infolinia.reports.ledger;

import java.util.Comparator;

/**
 * A line that could not be read, and was left out.
 *
 * @param file   name of the file, without its folder
 * @param line   1 is the first; 0 where the whole file is meant
 * @param reason what is wrong with it
 */
public record Unreadable(String file, long line, String reason) {

    /** By file, then by line. */
    public static final Comparator<Unreadable> BY_PLACE = Comparator.comparing(Unreadable::file)
            .thenComparing(Unreadable::line)
            .thenComparing(Unreadable::reason);
}
