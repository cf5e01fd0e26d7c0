package org.infolinia.agi.waiting;

import java.time.Duration;
import java.util.Optional;

/**
 * Which announcements say a number of callers and a time.
 *
 * <p>Each is a whole phrase of its own, since a language's forms do not come apart: "czeka jedna osoba", "czekają dwie
 * osoby", "czeka pięć osób"; "około dwóch minut". Their texts are in {@code words.properties}.
 */
final class WaitWords {

    /** Up to here each number has its own phrase. */
    static final int EXACT = 20;

    private WaitWords() {}

    /** Empty where nobody is ahead. */
    static Optional<String> ahead(int callers) {
        if (callers < 1) {
            return Optional.empty();
        }
        if (callers <= EXACT) {
            return Optional.of("waiting-ahead-" + callers);
        }
        int over = callers > 100 ? 100 : callers > 50 ? 50 : (callers - 1) / 10 * 10;
        return Optional.of("waiting-ahead-over-" + over);
    }

    /** The nearest of the steps that people use for a wait. */
    static String minutes(Duration wait) {
        long seconds = wait.toSeconds();
        if (seconds < 45) {
            return "waiting-minutes-0";
        }
        if (seconds < 270) {
            return "waiting-minutes-" + (seconds + 30) / 60;
        }
        if (seconds < 360) {
            return "waiting-minutes-5";
        }
        if (seconds < 510) {
            return "waiting-minutes-7";
        }
        return seconds < 660 ? "waiting-minutes-10" : "waiting-minutes-over-10";
    }
}
