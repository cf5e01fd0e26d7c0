package org.infolinia.hotline.queue;

import org.infolinia.hotline.QueueName;

/**
 * A consultant's place in one queue.
 *
 * @param penalty Asterisk's word: whoever has a lower one is rung first; 0 or more
 */
public record QueuePlace(QueueName queue, int penalty) {

    /** @throws IllegalArgumentException when the penalty is negative */
    public QueuePlace {
        if (penalty < 0) {
            throw new IllegalArgumentException("queue " + queue + ": penalty " + penalty);
        }
    }
}
