package org.infolinia.agi.rendering;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.infolinia.hotline.calendar.OpeningHours;

/** The calendar as a dialplan: Asterisk's own last resort for "are we open" when our process is away. */
final class OpeningHoursDialplan {

    private final OpeningHours hours;
    private final String zone;

    OpeningHoursDialplan(OpeningHours hours) {
        this.hours = hours;
        this.zone = SafeText.zone("zone", hours.zone().getId());
    }

    String contexts(int firstYear, int years) {
        int lastYear = firstYear + years - 1;
        StringBuilder text = new StringBuilder("""
                ; Whether the hotline is open.   Gosub   ARG1 the moment, seconds since 1970
                ; Gives GOSUB_RETVAL 1 or 0
                ; A time of day is written 1HHMMSS: with the 1 in front it is a number without leading zeros.
                [infolinia-open]
                exten = s,1,Set(LOCAL(day)=${STRFTIME(${ARG1},%1$s,%%Y%%m%%d)})
                 same = n,Set(LOCAL(time)=1${STRFTIME(${ARG1},%1$s,%%H%%M%%S)})
                 same = n,GotoIf(${DIALPLAN_EXISTS(infolinia-closed-days,${day},1)}?closed)
                 same = n,Goto(weekday-${STRFTIME(${ARG1},%1$s,%%u)},1)
                 same = n(closed),Return(0)
                """.formatted(zone));
        for (DayOfWeek day : DayOfWeek.values()) {
            text.append("exten = weekday-%d,1,Return(%s)\n"
                    .formatted(day.getValue(), isOpen(hours.weekly().getOrDefault(day, List.of()))));
        }
        text.append("""

                ; Holidays and other closed days from %d to %d, for DIALPLAN_EXISTS
                [infolinia-closed-days]
                """.formatted(firstYear, lastYear));
        IntStream.rangeClosed(firstYear, lastYear)
                .mapToObj(hours::closedDates)
                .flatMap(List::stream)
                .map(OpeningHoursDialplan::closedDay)
                .forEach(text::append);
        return text.toString();
    }

    private static String closedDay(LocalDate day) {
        return "exten = " + DateTimeFormatter.BASIC_ISO_DATE.format(day) + ",1,NoOp()\n";
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
