package org.infolinia.hotline.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infolinia.hotline.Language;

/**
 * When the hotline is open.
 *
 * @param zone       where the days and hours are those of; Europe/Warsaw for us
 * @param weekly     open spans of each weekday, in order and apart; a day without spans is closed
 * @param holidays   statutory days off
 * @param closedDays further days on which the coordinator closes, each with the reason in the coordinator's words
 * @param openDays   open spans, in order and apart, of single days that keep to neither week nor holidays
 */
public record OpeningHours(
        ZoneId zone,
        Map<DayOfWeek, List<Span>> weekly,
        Holidays holidays,
        Map<LocalDate, String> closedDays,
        Map<LocalDate, List<Span>> openDays) {

    public OpeningHours {
        weekly = Map.copyOf(weekly);
        closedDays = Map.copyOf(closedDays);
        openDays = Map.copyOf(openDays);
    }

    /** Without single open days, and without reasons for the closed ones. */
    public OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> weekly, Holidays holidays, Set<LocalDate> closedDays) {
        this(zone, weekly, holidays, closedDays.stream().collect(Collectors.toMap(day -> day, day -> "")), Map.of());
    }

    /**
     * A part of a day: open at {@code from}, no longer open at {@code to}.
     *
     * @param from first open minute, local time
     * @param to   first closed minute after it, local time of the same day
     */
    public record Span(LocalTime from, LocalTime to) {

        /** @throws IllegalArgumentException when the span is empty or runs backwards */
        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("opening hours " + from + "-" + to + ": the end must be later");
            }
        }

        /** Whether it is open at that time of the day. */
        public boolean holds(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }

    public boolean isOpenAt(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return spansOn(local.toLocalDate()).stream().anyMatch(span -> span.holds(local.toLocalTime()));
    }

    /** Open spans of that day: none on holidays, closed days and weekdays without hours, save where it is an open day. */
    public List<Span> spansOn(LocalDate day) {
        List<Span> single = openDays.get(day);
        if (single != null) {
            return single;
        }
        if (closedDays.containsKey(day) || holidays.isHoliday(day)) {
            return List.of();
        }
        return weekly.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** Whether people are at work: Monday to Friday, neither a statutory holiday nor a day that the coordinator closes. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && !holidays.isHoliday(day)
                && !closedDays.containsKey(day);
    }

    /** That day with the reason, should it be closed: the holiday's name, the coordinator's own words, or the week. */
    public CalendarDay day(LocalDate day, Language language) {
        List<Span> open = spansOn(day);
        return new CalendarDay(day, open, open.isEmpty() ? reason(day, language) : "");
    }

    private String reason(LocalDate day, Language language) {
        boolean polish = language.code().equals("pl");
        if (holidays.isHoliday(day)) {
            return holidays.name(day, language).orElse(polish ? "święto" : "holiday");
        }
        String own = closedDays.get(day);
        if (own != null) {
            return own;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return "weekend";
        }
        return polish ? "w ten dzień tygodnia nieczynne" : "no hours on this day of the week";
    }

    /**
     * Holidays and the coordinator's closed days of one year, in order, whatever their weekday.
     *
     * <p>For those who must know beforehand, such as a dialplan that has to manage without us.
     */
    public List<LocalDate> closedDates(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .filter(day -> !openDays.containsKey(day))
                .filter(day -> closedDays.containsKey(day) || holidays.isHoliday(day))
                .toList();
    }

    /** How long the hotline is open that day, by the clock on the wall's own passing (a DST night counts as it runs). */
    public Duration openTimeOn(LocalDate day) {
        return spansOn(day).stream()
                .map(span -> Duration.between(
                        day.atTime(span.from()).atZone(zone),
                        day.atTime(span.to()).atZone(zone)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** When the hotline closes for good that day; empty on a day on which it does not open. */
    public Optional<Instant> closingOf(LocalDate day) {
        List<Span> spans = spansOn(day);
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(day.atTime(spans.get(spans.size() - 1).to())
                        .atZone(zone)
                        .toInstant());
    }

    /** When the hotline closes next, for those who are there while it is open; empty where it is closed. */
    public Optional<Instant> closingAfter(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return spansOn(local.toLocalDate()).stream()
                .filter(span -> span.holds(local.toLocalTime()))
                .map(span -> local.toLocalDate().atTime(span.to()).atZone(zone).toInstant())
                .findFirst();
    }
}
