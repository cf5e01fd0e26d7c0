package org.infolinia.agi.coordinator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.calendar.CalendarDay;
import org.infolinia.hotline.calendar.OpeningHours;

/**
 * Twelve months as a page shows them.
 *
 * @param weekdays two letters or so each, Monday first
 */
public record YearView(List<String> weekdays, List<Month> months) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** @param before days of the week before the first of the month */
    public record Month(String name, int before, List<Day> days) {

        /** Those that are not as their weekday is. */
        public List<Day> exceptions() {
            return days.stream().filter(Day::exception).toList();
        }
    }

    /**
     * A day.
     *
     * @param weekday   in a few letters
     * @param exception whether its hours are others than those of its weekday
     * @param hours     such as {@code 08:00–17:00}; empty where it is closed
     * @param reason    why it is closed; empty where it is open
     */
    public record Day(int number, String weekday, boolean open, boolean exception, String hours, String reason) {}

    static YearView of(OpeningHours hours, int year, Language language) {
        Locale locale = Locale.forLanguageTag(language.code());
        return new YearView(
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
                        .toList(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month(hours, YearMonth.of(year, month), language, locale))
                        .toList());
    }

    private static Month month(OpeningHours hours, YearMonth month, Language language, Locale locale) {
        LocalDate first = month.atDay(1);
        return new Month(
                month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale),
                first.getDayOfWeek().getValue() - 1,
                first.datesUntil(first.plusMonths(1))
                        .map(day -> day(hours, day, language, locale))
                        .toList());
    }

    private static Day day(OpeningHours hours, LocalDate date, Language language, Locale locale) {
        CalendarDay day = hours.day(date, language);
        List<OpeningHours.Span> usual = hours.weekly().getOrDefault(date.getDayOfWeek(), List.of());
        return new Day(
                date.getDayOfMonth(),
                date.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale),
                !day.open().isEmpty(),
                !day.open().equals(usual),
                day.open().stream()
                        .map(span -> TIME.format(span.from()) + "–" + TIME.format(span.to()))
                        .collect(Collectors.joining(", ")),
                day.reason());
    }
}
