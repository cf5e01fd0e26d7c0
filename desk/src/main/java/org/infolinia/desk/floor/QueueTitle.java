package org.infolinia.desk.floor;

import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.queue.QueueRules;

/** What people call a queue. */
public final class QueueTitle {

    private QueueTitle() {}

    /** The name of its topic; a queue of all topics, or one that hotline.xml no longer has, goes by its own. */
    public static String of(Hotline hotline, String queue, Language language) {
        return hotline.queues().stream()
                .filter(one -> one.name().value().equals(queue))
                .findFirst()
                .flatMap(QueueRules::topic)
                .flatMap(topic -> hotline.topics().stream()
                        .filter(one -> one.id().equals(topic))
                        .findFirst())
                .flatMap(topic -> topic.name().in(language))
                .orElse(queue);
    }
}
