package org.infolinia.hotline.cases;

import java.time.Instant;

/**
 * A case in a line of a list; texts as in {@link CaseField}.
 *
 * @param beginning of the notes
 */
public record CaseLine(
        CaseNumber number,
        Instant changed,
        String callerNumber,
        String name,
        String email,
        String category,
        String assignee,
        String followUp,
        String state,
        String beginning) {

    /** So much of the notes. */
    public static final int BEGINNING = 120;
}
