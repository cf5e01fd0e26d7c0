package org.infolinia.reports.availability;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How well one day's opening hours were covered.
 *
 * @param openSeconds length of the opening hours; null where they are not known
 * @param atLeastOne  share of them with one consultant or more not paused, to four places; null where the hotline was
 *                    closed all day, or the logs end before the day
 * @param atLeastSix  the same with six or more
 */
public record Coverage(
        LocalDate date,
        @Nullable Long openSeconds,
        @Nullable BigDecimal atLeastOne,
        @Nullable BigDecimal atLeastSix) {}
