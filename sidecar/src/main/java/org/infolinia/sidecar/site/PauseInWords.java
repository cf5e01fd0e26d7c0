package org.infolinia.sidecar.site;

import java.time.Duration;

/** A pause as a clock shows it. */
final class PauseInWords {

    private PauseInWords() {}

    /** Minutes, then seconds; at least one. */
    static String of(Duration pause) {
        long seconds = Math.max(1, pause.toSeconds());
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }
}
