package org.infolinia.agi.announcements;

import java.util.Optional;

/**
 * What callers hear of one announcement in one language.
 *
 * @param kind      whose sound it is, and whether it says what the hotline does
 * @param recording the version that is in force; empty for a synthetic sound
 */
record Standing(Kind kind, Optional<RecordingVersion> recording) {

    enum Kind {
        /** Somebody's recording. */
        RECORDED,
        /** Spoken by us, true to its text. */
        SPOKEN,
        /** Spoken by us: another text, another manner, or one of the two files is not what it was. */
        OUTDATED,
        MISSING
    }

    static Standing of(Kind kind) {
        return new Standing(kind, Optional.empty());
    }
}
