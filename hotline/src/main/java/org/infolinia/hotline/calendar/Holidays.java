package org.infolinia.hotline.calendar;

import java.time.LocalDate;

/** The statutory holidays of one country. */
@FunctionalInterface
public interface Holidays {

    /** Whether the law makes this day free from work. */
    boolean isHoliday(LocalDate day);
}
