package org.infolinia.reports.recordings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One recording in the folder.
 *
 * @param file   where it is
 * @param state  whether it can be played
 * @param length of its sound
 * @param pauses in order
 */
public record Recording(Path file, RecordingName name, State state, Duration length, List<Pause> pauses) {

    public Recording {
        pauses = List.copyOf(pauses);
    }

    /** How a recording is. */
    public enum State {
        COMPLETE,
        /** The conversation still goes on. */
        BEING_WRITTEN,
        /** Asterisk ended while it was being written: the sound is there, its header is not; an export mends it. */
        CUT_OFF,
        /** No sound in it. */
        EMPTY,
        /** No WAV file of Asterisk's. */
        BROKEN
    }

    /** The sound's end. */
    Instant ended() {
        return name.began().plus(length);
    }

    /** Whether there is sound to hand out. */
    public boolean hasSound() {
        return state == State.COMPLETE || state == State.CUT_OFF;
    }
}
