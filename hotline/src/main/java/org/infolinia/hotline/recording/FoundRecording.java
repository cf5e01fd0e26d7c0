package org.infolinia.hotline.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversation that was found.
 *
 * @param id         by which it is asked for; empty of a conversation of which there is no recording
 * @param name       of the recording, likewise
 * @param began      whole seconds
 * @param queue      {@code NONE} for a call that came from none
 * @param consultant as the queue log names them; may be empty
 * @param linkedId   of the call
 * @param length     of the sound, or of the talk where there is none; empty where it is not known
 * @param declined   whether the caller declined to be recorded
 * @param deleted    when the recording's time was over; empty while it is kept
 * @param number     of the person outside, where the log tells it and the call is over
 */
public record FoundRecording(
        String id,
        String name,
        Instant began,
        String queue,
        String consultant,
        String linkedId,
        Optional<Duration> length,
        boolean declined,
        Optional<Instant> deleted,
        Optional<String> number) {}
