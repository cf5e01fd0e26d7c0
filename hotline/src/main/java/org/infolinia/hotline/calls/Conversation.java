package org.infolinia.hotline.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.infolinia.hotline.QueueName;

/**
 * A consultant's talk with the one who called, or was called.
 *
 * <p>Source: CONNECT of the queue log and the ending that follows it; of an outbound call, its CDR.
 *
 * @param queue      where it was answered; empty for an outbound call
 * @param consultant as the queue log names them
 * @param callId     unique id of the caller's channel
 * @param legId      unique id of the consultant's channel, where the log tells it
 * @param began      when it was answered; whole seconds
 * @param talkTime   whole seconds; empty where its end is nowhere in the log
 * @param endedBy    who ended it
 */
public record Conversation(
        Optional<QueueName> queue,
        String consultant,
        String callId,
        Optional<String> legId,
        Instant began,
        Optional<Duration> talkTime,
        EndedBy endedBy) {

    /** Who ended a conversation. */
    public enum EndedBy {
        CALLER,
        CONSULTANT,
        /** Handed on to somebody else, blindly or attended. */
        TRANSFER,
        /** The log does not say, or nobody did: the consultant's page was lost. */
        UNKNOWN
    }

    /** @throws IllegalArgumentException when the talk is negative */
    public Conversation {
        if (talkTime.isPresent() && talkTime.get().isNegative()) {
            throw new IllegalArgumentException(
                    "conversation of " + consultant + " in " + callId + ": talk " + talkTime.get());
        }
    }
}
