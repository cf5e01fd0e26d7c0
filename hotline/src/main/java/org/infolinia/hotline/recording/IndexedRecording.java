package org.infolinia.hotline.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the index keeps of a conversation that was recorded, or was not because its caller declined.
 *
 * @param name       of the recording, without folder or ending
 * @param began      when recording began; whole seconds
 * @param queue      {@code NONE} for a call that came from none
 * @param consultant as the queue log names them; may be empty
 * @param linkedId   of the call
 * @param legId      unique id of the consultant's channel
 * @param length     of its sound; empty while it is being made, zero of one without sound
 * @param declined   whether the caller declined, so that there is no sound
 */
public record IndexedRecording(
        String name,
        Instant began,
        String queue,
        String consultant,
        String linkedId,
        String legId,
        Optional<Duration> length,
        boolean declined) {}
