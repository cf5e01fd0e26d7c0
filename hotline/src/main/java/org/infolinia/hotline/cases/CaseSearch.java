package org.infolinia.hotline.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which cases are looked for; all that is said has to hold.
 *
 * @param words    beginnings of words that it has, as {@link SearchWords#asked} gives them
 * @param state    {@link CaseField#OPEN} or {@link CaseField#RESOLVED}
 * @param assignee who is to see to it
 * @param due      the day to come back to it is this one or an earlier one
 */
public record CaseSearch(
        List<String> words, Optional<String> state, Optional<String> assignee, Optional<LocalDate> due) {

    public CaseSearch {
        words = List.copyOf(words);
    }
}
