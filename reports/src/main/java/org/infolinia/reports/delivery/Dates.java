package org.infolinia.reports.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.infolinia.reports.words.ReportLanguage;

/** Months, days and moments as letters say them. */
record Dates(ReportLanguage language, ZoneId zone) {

    /** {@code październik 2026}. */
    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(month);
    }

    /** {@code 3 listopada 2026}. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(day);
    }

    /** {@code 3 listopada 2026 o 7:00}. */
    String moment(Instant moment) {
        return DateTimeFormatter.ofPattern(
                        language.say("d MMMM yyyy 'o' H:mm", "d MMMM yyyy 'at' H:mm"), language.locale())
                .format(moment.atZone(zone));
    }
}
