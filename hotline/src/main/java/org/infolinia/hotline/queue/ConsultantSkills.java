package org.infolinia.hotline.queue;

import java.util.Set;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;

/**
 * Whose callers one consultant takes.
 *
 * @param name      of the consultant, as the telephone registers
 * @param queues    those signed in to; none for all
 * @param languages those spoken; none for all
 */
public record ConsultantSkills(String name, Set<QueueName> queues, Set<Language> languages) {

    public ConsultantSkills {
        queues = Set.copyOf(queues);
        languages = Set.copyOf(languages);
    }

    /** Somebody of whom hotline.xml says nothing: all queues, all languages. */
    public static ConsultantSkills unknown(String name) {
        return new ConsultantSkills(name, Set.of(), Set.of());
    }

    public boolean speaks(Language language) {
        return languages.isEmpty() || languages.contains(language);
    }

    public boolean serves(QueueName queue) {
        return queues.isEmpty() || queues.contains(queue);
    }
}
