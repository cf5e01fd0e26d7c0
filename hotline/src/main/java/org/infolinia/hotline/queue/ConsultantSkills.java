package org.infolinia.hotline.queue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;

/**
 * Whose callers one consultant takes.
 *
 * @param name      of the consultant, as the telephone registers
 * @param queues    those signed in to; none for all
 * @param languages those spoken, and how well; none for all, each as a native speaker does
 */
public record ConsultantSkills(String name, Set<QueueName> queues, Map<Language, LanguageLevel> languages) {

    public ConsultantSkills {
        queues = Set.copyOf(queues);
        languages = Map.copyOf(languages);
    }

    /** Somebody of whom hotline.xml says nothing: all queues, all languages. */
    public static ConsultantSkills unknown(String name) {
        return new ConsultantSkills(name, Set.of(), Map.of());
    }

    /** How well that language is spoken; empty where it is not. */
    public Optional<LanguageLevel> level(Language language) {
        return languages.isEmpty() ? Optional.of(LanguageLevel.NATIVE) : Optional.ofNullable(languages.get(language));
    }

    public boolean serves(QueueName queue) {
        return queues.isEmpty() || queues.contains(queue);
    }
}
