package org.infolinia.desk.people;

import java.util.List;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.queue.ConsultantSkills;
import org.infolinia.hotline.queue.LanguageLevel;

/**
 * A language as the pages name it.
 *
 * @param code  of the language
 * @param level at which it is spoken
 */
public record Spoken(String code, LanguageLevel level) {

    /** What somebody speaks, in the order of hotline.xml; none for all. */
    static List<Spoken> by(ConsultantSkills skills, Hotline hotline) {
        return hotline.languages().stream()
                .filter(skills.languages()::containsKey)
                .map(language ->
                        new Spoken(language.code(), skills.level(language).orElseThrow()))
                .toList();
    }
}
