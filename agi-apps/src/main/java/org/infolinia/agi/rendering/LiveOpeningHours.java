package org.infolinia.agi.rendering;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.infolinia.hotline.calendar.OpeningHours;

/** The calendar as the dialplan reads it: Asterisk's own last resort for "are we open" when our process is away. */
final class LiveOpeningHours {

    private final OpeningHours hours;

    LiveOpeningHours(OpeningHours hours) {
        this.hours = hours;
    }

    String sections(int firstYear, int years) {
        int lastYear = firstYear + years - 1;
        StringBuilder text = new StringBuilder("""
                ; By weekday, 1 is Monday: an expression that is 1 while the hotline is open.
                ; A time of day is written 1HHMMSS: with the 1 in front it is a number without leading zeros.
                [weekly-hours]
                """);
        for (DayOfWeek day : DayOfWeek.values()) {
            text.append("%d = %s\n"
                    .formatted(day.getValue(), isOpen(hours.weekly().getOrDefault(day, List.of()))));
        }
        text.append("""

                ; Days that do not keep to the week: holidays and other closed days from %d to %d, and single open days
                [single-days]
                """.formatted(firstYear, lastYear));
        singleDays(firstYear, lastYear)
                .forEach((day, expression) ->
                        text.append(DateTimeFormatter.BASIC_ISO_DATE.format(day) + " = " + expression + "\n"));
        return text.toString();
    }

    private SortedMap<LocalDate, String> singleDays(int firstYear, int lastYear) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        IntStream.rangeClosed(firstYear, lastYear)
                .mapToObj(hours::closedDates)
                .flatMap(List::stream)
                .forEach(day -> days.put(day, "0"));
        hours.openDays().forEach((day, spans) -> days.put(day, isOpen(spans)));
        return days;
    }

    private static String isOpen(List<OpeningHours.Span> spans) {
        if (spans.isEmpty()) {
            return "0";
        }
        return spans.stream()
                .map(span -> "(${time} >= " + number(span.from()) + " & ${time} < " + number(span.to()) + ")")
                .collect(Collectors.joining(" | ", "$[", "]"));
    }

    /** The first whole second that is not before the time; 24:00:00 for the last fraction of a day. */
    private static String number(LocalTime time) {
        int second = time.toSecondOfDay() + (time.getNano() > 0 ? 1 : 0);
        return "1%02d%02d%02d".formatted(second / 3600, second / 60 % 60, second % 60);
    }
}
