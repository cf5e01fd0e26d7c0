package org.infolinia.agi.announcements;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What callers hear where an announcement belongs.
 *
 * @param kind    whose sound it is
 * @param version the recording's number; empty for other sounds
 * @param length  of the sound; empty where there is none that could be played
 * @param since   when it was made; empty for {@link Kind#MISSING}
 * @param by      who brought the recording; empty for other sounds
 */
public record PromptState(
        Prompt prompt,
        Kind kind,
        Optional<Integer> version,
        Optional<Duration> length,
        Optional<Instant> since,
        Optional<String> by) {

    /** Whose sound it is. */
    public enum Kind {
        /** A recording of the text as it is. */
        RECORDED,
        /** A recording from before the text was changed. */
        STALE,
        /** Spoken by the program; made anew by itself where the text has changed. */
        SYNTHETIC,
        /** None yet: made when the hotline is loaded. */
        MISSING
    }
}
