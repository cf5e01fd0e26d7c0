package org.infolinia.hotline.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one day is to the hotline.
 *
 * @param open   spans in order; none on a closed day
 * @param reason why it is closed, for people; empty on an open day
 */
public record CalendarDay(LocalDate date, List<OpeningHours.Span> open, String reason) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public CalendarDay {
        open = List.copyOf(open);
    }

    /** {@code 2027-01-05 open 08:00-17:00} or {@code 2027-01-06 closed Święto Trzech Króli}. */
    @Override
    public String toString() {
        if (open.isEmpty()) {
            return (date + " closed " + reason).stripTrailing();
        }
        return date + " open "
                + open.stream()
                        .map(span -> TIME.format(span.from()) + "-" + TIME.format(span.to()))
                        .collect(Collectors.joining(", "));
    }
}
