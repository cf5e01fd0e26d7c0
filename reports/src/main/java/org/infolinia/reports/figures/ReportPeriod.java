package org.infolinia.reports.figures;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.infolinia.reports.ledger.Span;
import org.infolinia.reports.words.ReportLanguage;

/**
 * The days a report is about.
 *
 * @param name  {@code 2026-11} for a month, {@code 2026-11-23} for a day, {@code 2026-W48} for a week,
 *              {@code 2026-11-02--2026-11-06} for a range
 * @param first first day
 * @param last  last day, the first or later
 * @param zone  where the days are those of
 */
public record ReportPeriod(String name, LocalDate first, LocalDate last, ZoneId zone) {

    /** @throws IllegalArgumentException when it ends before it begins */
    public ReportPeriod {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("period " + name + " from " + first + " to " + last);
        }
    }

    /** All days of the month. */
    public static ReportPeriod month(YearMonth month, ZoneId zone) {
        return new ReportPeriod(month.toString(), month.atDay(1), month.atEndOfMonth(), zone);
    }

    public static ReportPeriod day(LocalDate day, ZoneId zone) {
        return new ReportPeriod(day.toString(), day, day, zone);
    }

    /**
     * All days from the first to the last.
     *
     * @throws IllegalArgumentException when it ends before it begins
     */
    public static ReportPeriod range(LocalDate first, LocalDate last, ZoneId zone) {
        return new ReportPeriod(first + "--" + last, first, last, zone);
    }

    /** Monday to Sunday of the week of a year by ISO 8601: {@code 2026-W48}. */
    public static ReportPeriod week(LocalDate anyDay, ZoneId zone) {
        LocalDate monday = anyDay.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String name = "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        return new ReportPeriod(name, monday, monday.plusDays(6), zone);
    }

    /** The month before a month, the week before a week; other periods are beside nothing. */
    public Optional<ReportPeriod> before() {
        YearMonth month = YearMonth.from(first);
        if (equals(month(month, zone))) {
            return Optional.of(month(month.minusMonths(1), zone));
        }
        return isWeek() ? Optional.of(week(first.minusWeeks(1), zone)) : Optional.empty();
    }

    /** Its first moment. */
    public Instant begins() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The first moment behind it. */
    public Instant ends() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether it is one from Monday to Sunday. */
    public boolean isWeek() {
        return equals(week(first, zone));
    }

    /** As people say it: {@code listopad 2026} for a month; any other by its days. */
    public String named(ReportLanguage language) {
        YearMonth month = YearMonth.from(first);
        if (equals(month(month, zone))) {
            return DateTimeFormatter.ofPattern("LLLL uuuu", language.locale()).format(month);
        }
        return first.equals(last) ? first.toString() : first + " – " + last;
    }

    /** From its first second to its last; an hour more or less where a DST night is in it. */
    public Span span() {
        return new Span(beginning(first), beginning(last.plusDays(1)));
    }

    /** All of them, in order. */
    public List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** The same by their moments. */
    public ReportDays daysByMoment() {
        return new ReportDays(
                first.datesUntil(last.plusDays(2)).mapToLong(this::beginning).toArray());
    }

    private long beginning(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    /** The moment by the clock of the hotline. */
    String clock(Instant moment) {
        return moment.atZone(zone).toOffsetDateTime().toString();
    }
}
