package org.infolinia.reports.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.infolinia.reports.words.ReportLanguage;
import org.jspecify.annotations.Nullable;

/** Figures as they are printed; a dash where there is none. */
final class Shown {

    private static final String NONE = "–";

    private final ReportLanguage language;

    Shown(ReportLanguage language) {
        this.language = language;
    }

    /** Such as Mon. */
    String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, language.locale());
    }

    static String count(@Nullable Number count) {
        return count == null ? NONE : count.toString();
    }

    String share(@Nullable BigDecimal share) {
        if (share == null) {
            return NONE;
        }
        String plain = share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
        return language.say(plain.replace('.', ',') + " %", plain + "%");
    }

    static String duration(@Nullable Long seconds) {
        return seconds == null ? NONE : duration(seconds.longValue());
    }

    static String duration(long seconds) {
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
