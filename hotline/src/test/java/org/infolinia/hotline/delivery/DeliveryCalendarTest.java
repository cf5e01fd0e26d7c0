package org.infolinia.hotline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.delivery.DeliveryCalendar.Urgency;
import org.infolinia.hotline.jollyday.PolishHolidays;
import org.infolinia.hotline.mail.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeliveryCalendarTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private static final DeliveryCalendar CALENDAR = calendar(Set.of());

    @ParameterizedTest
    @CsvSource({
        // 1 November is a Sunday; summer time is over.
        "2026-10, 2026-11-03T06:00:00Z",
        "2026-11, 2026-12-02T06:00:00Z",
        // 1 January is a Friday; 6 January, a holiday, comes too late to matter.
        "2026-12, 2027-01-05T06:00:00Z",
        // 1 January is a Saturday.
        "2027-12, 2028-01-04T06:00:00Z",
        // 1 and 6 January; 2 January is a working day.
        "2025-12, 2026-01-05T06:00:00Z",
        // Summer time began on 28 March.
        "2027-03, 2027-04-02T05:00:00Z",
        // 1 May is a Saturday, 3 May a holiday.
        "2027-04, 2027-05-05T05:00:00Z",
        // Good Friday is a working day, 1 April; Easter Monday is 5 April.
        "2026-03, 2026-04-02T05:00:00Z",
        "2021-03, 2021-04-02T05:00:00Z",
        // 1 November is a Saturday.
        "2025-10, 2025-11-04T06:00:00Z"
    })
    void reportIsDueOnTheSecondWorkingDayAtSeven(YearMonth month, Instant due) {
        assertThat(CALENDAR.dueAt(month)).isEqualTo(due);
    }

    @Test
    void dayThatTheCoordinatorClosesIsNoWorkingDay() {
        assertThat(calendar(Set.of(LocalDate.of(2026, 11, 2))).dueAt(OCTOBER))
                .isEqualTo(Instant.parse("2026-11-04T06:00:00Z"));
    }

    @Test
    void reportIsDueOnTheDayOfTheDeadlineHoweverFewWorkingDaysThereWere() {
        Set<LocalDate> closed = Set.of(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 5));

        assertThat(calendar(closed).dueAt(YearMonth.of(2026, 12))).isEqualTo(Instant.parse("2027-01-05T06:00:00Z"));
    }

    @Test
    void saturdayWithOpeningHoursIsNoWorkingDay() {
        OpeningHours.Span morning = new OpeningHours.Span(LocalTime.of(9, 0), LocalTime.of(12, 0));
        OpeningHours hours = new OpeningHours(
                WARSAW,
                Map.of(DayOfWeek.SATURDAY, List.of(morning), DayOfWeek.SUNDAY, List.of(morning)),
                new PolishHolidays(),
                Map.of(),
                Map.of(LocalDate.of(2026, 11, 1), List.of(morning)));

        assertThat(new DeliveryCalendar(rules(), hours).dueAt(OCTOBER))
                .isEqualTo(Instant.parse("2026-11-03T06:00:00Z"));
    }

    @Test
    void monthIsOverAtMidnightOfTheHotlinesZone() {
        YearMonth first = YearMonth.of(2026, 9);

        assertThat(CALENDAR.monthsOver(Instant.parse("2026-10-31T22:59:59Z"))).containsExactly(first);
        assertThat(CALENDAR.monthsOver(Instant.parse("2026-10-31T23:00:00Z"))).containsExactly(first, OCTOBER);
        assertThat(CALENDAR.endOf(OCTOBER)).isEqualTo(Instant.parse("2026-10-31T23:00:00Z"));
        assertThat(CALENDAR.endOf(first)).isEqualTo(Instant.parse("2026-09-30T22:00:00Z"));
        assertThat(CALENDAR.monthsOver(Instant.parse("2026-09-30T21:59:59Z"))).isEmpty();
        assertThat(CALENDAR.monthsOver(Instant.parse("2027-01-01T12:00:00Z")))
                .containsExactly(first, OCTOBER, YearMonth.of(2026, 11), YearMonth.of(2026, 12));
    }

    @Test
    void somebodyIsToldFromTheThirdDayAndWithAnAlarmFromTheFifthAtNineEachDay() {
        assertThat(CALENDAR.urgency(OCTOBER, at("2026-11-02T23:59:59"))).isEmpty();
        assertThat(CALENDAR.urgency(OCTOBER, at("2026-11-03T08:59:59"))).isEmpty();
        assertThat(CALENDAR.urgency(OCTOBER, at("2026-11-03T09:00:00"))).contains(Urgency.WARNING);
        assertThat(CALENDAR.urgency(OCTOBER, at("2026-11-04T08:59:59"))).isEmpty();
        assertThat(CALENDAR.urgency(OCTOBER, at("2026-11-04T23:59:59"))).contains(Urgency.WARNING);
        assertThat(CALENDAR.urgency(OCTOBER, at("2026-11-05T08:59:59"))).isEmpty();
        assertThat(CALENDAR.urgency(OCTOBER, at("2026-11-05T09:00:00"))).contains(Urgency.ALARM);
        assertThat(CALENDAR.urgency(OCTOBER, at("2027-03-28T09:00:00"))).contains(Urgency.ALARM);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    private static DeliveryCalendar calendar(Set<LocalDate> closed) {
        return new DeliveryCalendar(rules(), new OpeningHours(WARSAW, Map.of(), new PolishHolidays(), closed));
    }

    private static DeliveryRules rules() {
        EmailAddress one = new EmailAddress("a@example.pl");
        return new DeliveryRules(
                YearMonth.of(2026, 9), 2, LocalTime.of(7, 0), new Language("pl"), List.of(one), List.of(one), one);
    }
}
