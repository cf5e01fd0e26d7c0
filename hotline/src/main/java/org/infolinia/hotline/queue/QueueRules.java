package org.infolinia.hotline.queue;

import java.time.Duration;
import java.util.Optional;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;

/**
 * How one queue serves its callers.
 *
 * @param name        as in queues.conf and the queue log
 * @param topic       id of the topic it serves; empty for a queue of all topics
 * @param strategy    which consultant is rung next
 * @param ringTime    how long one consultant's telephone rings; whole seconds, 1 or more
 * @param longestWait after this the caller is told that nobody came; whole seconds, 1 or more
 * @param capacity    callers who may wait at once; one more is refused; 1 or more
 * @param language    the only language of its callers, whom it takes from the queue of the same topic; empty for all
 *                    the others
 * @param headStart   how much longer than they have its callers count as waiting, against those of other queues who
 *                    wait for the same consultant; whole seconds
 * @param overflow    after this its callers go on waiting in the general queue; empty for never
 */
public record QueueRules(
        QueueName name,
        Optional<String> topic,
        Strategy strategy,
        Duration ringTime,
        Duration longestWait,
        int capacity,
        Optional<Language> language,
        Duration headStart,
        Optional<Duration> overflow) {

    /** @throws IllegalArgumentException when a time is below a second or the capacity below 1 */
    public QueueRules {
        if (ringTime.toSeconds() < 1
                || longestWait.toSeconds() < 1
                || capacity < 1
                || headStart.isNegative()
                || overflow.filter(time -> time.toSeconds() < 1).isPresent()) {
            throw new IllegalArgumentException("queue " + name + ": ring time " + ringTime + ", longest wait "
                    + longestWait + ", capacity " + capacity + ", head start " + headStart + ", overflow " + overflow);
        }
    }

    /** Order in which consultants are rung; the constants are the strategies of app_queue that fit a hotline. */
    public enum Strategy {
        RRMEMORY,
        LEASTRECENT,
        FEWESTCALLS,
        RANDOM,
        RINGALL;

        /** Asterisk's own word, for {@code strategy=} in queues.conf. */
        public String asterisk() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
