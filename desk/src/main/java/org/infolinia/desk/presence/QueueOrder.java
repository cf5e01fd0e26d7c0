package org.infolinia.desk.presence;

import org.infolinia.hotline.queue.QueuePlace;

/**
 * One thing to be done at the queues.
 *
 * @param device  Asterisk's name of the telephone
 * @param queue   for {@code ADD} and {@code REMOVE}; a pause is for all queues
 * @param name    for {@code ADD}, as the queue log shall name them
 * @param penalty for {@code ADD}
 * @param reason  for {@code PAUSE}
 */
public record QueueOrder(What what, String device, String queue, String name, int penalty, String reason) {

    /** Kinds. */
    public enum What {
        ADD,
        REMOVE,
        PAUSE,
        RESUME
    }

    static QueueOrder add(String device, String name, QueuePlace place) {
        return new QueueOrder(What.ADD, device, place.queue().value(), name, place.penalty(), "");
    }

    static QueueOrder remove(String device, String queue) {
        return new QueueOrder(What.REMOVE, device, queue, "", 0, "");
    }

    static QueueOrder pause(String device, String reason) {
        return new QueueOrder(What.PAUSE, device, "", "", 0, reason);
    }

    static QueueOrder resume(String device) {
        return new QueueOrder(What.RESUME, device, "", "", 0, "");
    }
}
