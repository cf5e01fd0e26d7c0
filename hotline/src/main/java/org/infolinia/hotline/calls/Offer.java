package org.infolinia.hotline.calls;

import java.time.Duration;
import java.time.Instant;
import org.infolinia.hotline.QueueName;

/**
 * A call that was offered to a consultant and not taken.
 *
 * <p>Source: RINGNOANSWER, AGENTDUMP.
 *
 * @param consultant as the queue log names them
 * @param queue      whose call it was
 * @param ended      when the ringing ended; whole seconds
 * @param ringTime   how long it rang; milliseconds, zero where the log does not tell
 * @param response   what the consultant did
 */
public record Offer(String consultant, QueueName queue, Instant ended, Duration ringTime, Response response) {

    /** What a consultant did with an offer; {@code figures.md} says when it is which. */
    public enum Response {
        REJECTED,
        MISSED,
        DUMPED
    }

    /** @throws IllegalArgumentException when the ring is negative */
    public Offer {
        if (ringTime.isNegative()) {
            throw new IllegalArgumentException("offer to " + consultant + " in " + queue + ": ring " + ringTime);
        }
    }
}
