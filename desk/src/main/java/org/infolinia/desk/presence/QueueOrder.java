package org.infolinia.desk.presence;

import org.infolinia.hotline.queue.QueuePlace;

/**
 * One thing to be done at the queues.
 *
 * @param device  Asterisk's name of the telephone
 * @param queue   for what is of one queue; {@code PAUSE} and {@code RESUME} are for all
 * @param name    for {@code ADD} and {@code ADD_PAUSED}, as the queue log shall name them
 * @param penalty likewise, and for {@code PENALTY}
 * @param reason  for {@code PAUSE} and {@code ADD_PAUSED}
 */
public record QueueOrder(What what, String device, String queue, String name, int penalty, String reason) {

    /** Kinds. */
    public enum What {
        ADD,
        ADD_PAUSED,
        PENALTY,
        REMOVE,
        PAUSE,
        RESUME
    }

    static QueueOrder add(String device, String name, QueuePlace place) {
        return new QueueOrder(What.ADD, device, place.queue().value(), name, place.penalty(), "");
    }

    static QueueOrder addPaused(String device, String name, QueuePlace place, String reason) {
        return new QueueOrder(What.ADD_PAUSED, device, place.queue().value(), name, place.penalty(), reason);
    }

    static QueueOrder penalty(String device, QueuePlace place) {
        return new QueueOrder(What.PENALTY, device, place.queue().value(), "", place.penalty(), "");
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
