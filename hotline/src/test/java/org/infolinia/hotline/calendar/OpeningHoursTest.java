package org.infolinia.hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Language;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    /** Mondays 8 to 17; 23 November 2026 is one. */
    private static final OpeningHours MONDAYS = on(DayOfWeek.MONDAY, "08:00", "17:00");

    /** Sundays 1 to 4, through the hours that the clocks skip or repeat. */
    private static final OpeningHours SUNDAY_NIGHTS = on(DayOfWeek.SUNDAY, "01:00", "04:00");

    @Test
    void opensWithTheFirstMinuteAndIsClosedFromTheLast() {
        assertThat(MONDAYS.isOpenAt(Instant.parse("2026-11-23T06:59:59.999Z"))).isFalse();
        assertThat(MONDAYS.isOpenAt(Instant.parse("2026-11-23T07:00:00Z"))).isTrue();
        assertThat(MONDAYS.isOpenAt(Instant.parse("2026-11-23T15:59:59.999Z"))).isTrue();
        assertThat(MONDAYS.isOpenAt(Instant.parse("2026-11-23T16:00:00Z"))).isFalse();
    }

    @Test
    void theSameLocalHourIsAnotherMomentInSummer() {
        assertThat(MONDAYS.isOpenAt(Instant.parse("2026-07-20T05:59:59Z"))).isFalse();
        assertThat(MONDAYS.isOpenAt(Instant.parse("2026-07-20T06:00:00Z"))).isTrue();
    }

    @Test
    void aNightThatSkipsAnHourIsAnHourShorter() {
        assertThat(SUNDAY_NIGHTS.openTimeOn(LocalDate.of(2026, 3, 29))).isEqualTo(Duration.ofHours(2));
        assertThat(SUNDAY_NIGHTS.isOpenAt(Instant.parse("2026-03-29T00:59:59Z")))
                .isTrue();
        assertThat(SUNDAY_NIGHTS.isOpenAt(Instant.parse("2026-03-29T01:00:00Z")))
                .isTrue();
        assertThat(SUNDAY_NIGHTS.isOpenAt(Instant.parse("2026-03-29T02:00:00Z")))
                .isFalse();
    }

    @Test
    void aNightThatRepeatsAnHourIsAnHourLongerAndOpenInBoth() {
        assertThat(SUNDAY_NIGHTS.openTimeOn(LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(4));
        assertThat(SUNDAY_NIGHTS.isOpenAt(Instant.parse("2026-10-25T00:30:00Z")))
                .isTrue();
        assertThat(SUNDAY_NIGHTS.isOpenAt(Instant.parse("2026-10-25T01:30:00Z")))
                .isTrue();
        assertThat(SUNDAY_NIGHTS.isOpenAt(Instant.parse("2026-10-25T03:00:00Z")))
                .isFalse();
    }

    @Test
    void holidaysAndClosedDaysHaveNoHours() {
        var hours = new OpeningHours(
                WARSAW,
                MONDAYS.weekly(),
                day -> day.equals(LocalDate.of(2026, 11, 23)),
                Set.of(LocalDate.of(2026, 11, 30)));

        assertThat(hours.spansOn(LocalDate.of(2026, 11, 23))).isEmpty();
        assertThat(hours.spansOn(LocalDate.of(2026, 11, 30))).isEmpty();
        assertThat(hours.spansOn(LocalDate.of(2026, 12, 7))).hasSize(1);
        assertThat(hours.isOpenAt(Instant.parse("2026-11-30T09:00:00Z"))).isFalse();
    }

    @Test
    void closedDatesOfAYearAreItsHolidaysAndClosedDaysInOrder() {
        var hours = new OpeningHours(
                WARSAW,
                MONDAYS.weekly(),
                day -> day.getMonthValue() == 5 && day.getDayOfMonth() == 3,
                Set.of(LocalDate.of(2026, 12, 31), LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));

        assertThat(hours.closedDates(2026))
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 3), LocalDate.of(2026, 12, 31));
    }

    @Test
    void aSpanThatEndsWhenItBeginsIsRefused() {
        assertThatThrownBy(() -> new OpeningHours.Span(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12:00-12:00");
    }

    @Test
    void aDaySaysItsHoursOrWhyThereAreNone() {
        var hours = new OpeningHours(
                WARSAW,
                MONDAYS.weekly(),
                new Holidays() {
                    @Override
                    public boolean isHoliday(LocalDate day) {
                        return day.equals(LocalDate.of(2026, 5, 4)) || day.equals(LocalDate.of(2026, 5, 3));
                    }

                    @Override
                    public Optional<String> name(LocalDate day, Language language) {
                        return day.getDayOfMonth() == 3 ? Optional.of("Trzeci Maja") : Optional.empty();
                    }
                },
                Map.of(LocalDate.of(2026, 5, 11), "Szkolenie"),
                Map.of(
                        LocalDate.of(2026, 5, 9),
                        List.of(
                                new OpeningHours.Span(LocalTime.of(9, 0), LocalTime.of(10, 0)),
                                new OpeningHours.Span(LocalTime.of(11, 0), LocalTime.of(12, 30)))));
        var polish = new Language("pl");

        assertThat(hours.day(LocalDate.of(2026, 5, 3), polish)).hasToString("2026-05-03 closed Trzeci Maja");
        assertThat(hours.day(LocalDate.of(2026, 5, 4), polish)).hasToString("2026-05-04 closed święto");
        assertThat(hours.day(LocalDate.of(2026, 5, 9), polish)).hasToString("2026-05-09 open 09:00-10:00, 11:00-12:30");
        assertThat(hours.day(LocalDate.of(2026, 5, 10), polish)).hasToString("2026-05-10 closed weekend");
        assertThat(hours.day(LocalDate.of(2026, 5, 11), polish)).hasToString("2026-05-11 closed Szkolenie");
        assertThat(hours.day(LocalDate.of(2026, 5, 12), new Language("en")))
                .hasToString("2026-05-12 closed no hours on this day of the week");
    }

    private static OpeningHours on(DayOfWeek day, String from, String to) {
        var span = new OpeningHours.Span(LocalTime.parse(from), LocalTime.parse(to));
        return new OpeningHours(WARSAW, Map.of(day, List.of(span)), none -> false, Set.of());
    }
}
