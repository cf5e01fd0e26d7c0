package org.infolinia.hotline.recording;

import java.time.Duration;

/**
 * On which terms conversations are recorded; a hotline without them records none.
 *
 * @param legalBasis   why recording is lawful, in the coordinator's words
 * @param retention    how long a recording is kept; whole days, 1 or more
 * @param notice       id of the announcement that tells a caller, said before any conversation
 * @param longestPause after which a pause ends by itself; whole seconds, 10 to 600
 */
public record RecordingRules(String legalBasis, Duration retention, String notice, Duration longestPause) {

    /** @throws IllegalArgumentException when a recording would be kept for less than a day, or a pause is out of bounds */
    public RecordingRules {
        if (retention.toDays() < 1) {
            throw new IllegalArgumentException("recordings kept for " + retention + ": 1 day or more");
        }
        if (longestPause.toSeconds() < 10 || longestPause.toSeconds() > 600) {
            throw new IllegalArgumentException("a pause of at most " + longestPause + ": 10 s to 600 s");
        }
    }
}
