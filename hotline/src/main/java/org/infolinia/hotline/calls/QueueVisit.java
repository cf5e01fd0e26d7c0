package org.infolinia.hotline.calls;

import java.time.Duration;
import java.time.Instant;
import org.infolinia.hotline.QueueName;

/**
 * One stay of a call in one queue.
 *
 * <p>Source: ENTERQUEUE, and the CONNECT or the ending that follows it in the same queue.
 *
 * @param queue    where it waited
 * @param joined   when it joined; whole seconds
 * @param waitTime from joining to the answer or the ending; whole seconds, zero where the log has no end
 * @param outcome  one of those for which {@link Outcome#isOffered} holds
 */
public record QueueVisit(QueueName queue, Instant joined, Duration waitTime, Outcome outcome) {

    /** @throws IllegalArgumentException when the wait is negative, or the outcome is none of a queue */
    public QueueVisit {
        if (waitTime.isNegative() || !outcome.isOffered()) {
            throw new IllegalArgumentException(
                    "stay in " + queue + " from " + joined + ": wait " + waitTime + ", " + outcome);
        }
    }

    /** When it was answered, or left. */
    public Instant left() {
        return joined.plus(waitTime);
    }
}
