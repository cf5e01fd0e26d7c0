package org.infolinia.hotline.callback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.infolinia.hotline.calendar.OpeningHours;

/**
 * How the hotline calls back those who asked for it while they waited.
 *
 * @param key      which key a waiting caller presses; one of {@code 0-9}
 * @param attempts how often one number is called in all; 1 or more
 * @param pause    between two attempts; whole seconds
 * @param openDays at whose closing time it expires: 1 for the day on which it was asked for, 2 for the next day that is
 *                 open, and so on
 */
public record CallbackRules(char key, int attempts, Duration pause, int openDays) {

    /** @throws IllegalArgumentException when a value is out of its bounds */
    public CallbackRules {
        if (key < '0' || key > '9' || attempts < 1 || pause.isNegative() || openDays < 1) {
            throw new IllegalArgumentException("call-backs: key " + key + ", " + attempts + " attempts, pause " + pause
                    + ", " + openDays + " open days");
        }
    }

    /** Further than this nobody looks for an open day. */
    private static final int DAYS_AHEAD = 60;

    /**
     * When one expires that is asked for now: at the last closing time of its day.
     *
     * @return empty where the hotline does not open again in two months
     */
    public Optional<Instant> expiry(OpeningHours hours, Instant asked) {
        LocalDate today = LocalDate.ofInstant(asked, hours.zone());
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .flatMap(day -> hours.closingOf(day).stream())
                .filter(asked::isBefore)
                .skip(openDays - 1L)
                .findFirst();
    }
}
