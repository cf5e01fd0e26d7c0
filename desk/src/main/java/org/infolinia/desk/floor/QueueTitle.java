package org.infolinia.desk.floor;

import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;

/** What people call a queue. */
public final class QueueTitle {

    private QueueTitle() {}

    public static String of(Hotline hotline, String queue, Language language) {
        return hotline.queueTitle(queue, language);
    }
}
