package org.infolinia.hotline.queue;

import java.time.Duration;
import java.util.Optional;
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
 */
public record QueueRules(
        QueueName name,
        Optional<String> topic,
        Strategy strategy,
        Duration ringTime,
        Duration longestWait,
        int capacity) {

    /** @throws IllegalArgumentException when a time is below a second or the capacity below 1 */
    public QueueRules {
        if (ringTime.toSeconds() < 1 || longestWait.toSeconds() < 1 || capacity < 1) {
            throw new IllegalArgumentException("queue " + name + ": ring time " + ringTime + ", longest wait "
                    + longestWait + ", capacity " + capacity);
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
