package org.infolinia.hotline.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.infolinia.hotline.Language;

/** The statutory holidays of one country. */
@FunctionalInterface
public interface Holidays {

    /** Whether the law makes this day free from work. */
    boolean isHoliday(LocalDate day);

    /** What people call that holiday; empty where the day is none, or has no name that we know. */
    default Optional<String> name(LocalDate day, Language language) {
        return Optional.empty();
    }
}
