package org.infolinia.hotline.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.mail.KeptLetter;
import org.infolinia.hotline.mail.LetterState;

/**
 * A version of a month's report with what became of it.
 *
 * @param letters to each recipient
 */
public record SentReport(ReportVersion version, List<KeptLetter> letters) {

    public SentReport {
        letters = List.copyOf(letters);
    }

    /** Since when the mail server has it for everybody; empty while it lacks one, or all were withdrawn. */
    public Optional<Instant> delivered() {
        List<KeptLetter> wanted = letters.stream()
                .filter(letter -> letter.state() != LetterState.WITHDRAWN)
                .toList();
        return wanted.stream().allMatch(letter -> letter.state() == LetterState.ACCEPTED)
                ? wanted.stream().flatMap(letter -> letter.settled().stream()).max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
