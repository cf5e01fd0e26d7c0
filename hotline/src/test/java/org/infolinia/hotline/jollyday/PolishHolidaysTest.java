package org.infolinia.hotline.jollyday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.infolinia.hotline.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolishHolidaysTest {

    private final PolishHolidays holidays = new PolishHolidays();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2024-12-24, false", "2025-12-24, true", "2026-12-24, true",
        "2026-04-06, true", "2027-03-29, true", "2027-03-30, false",
        "2026-06-04, true", "2027-05-27, true", "2027-05-28, false",
        "2026-01-06, true", "2026-05-02, false", "2026-05-03, true",
        "2026-11-10, false", "2026-11-11, true", "2026-11-12, false",
    })
    void dayIsFreeFromWorkAsTheLawOfItsYearSays(LocalDate day, boolean free) {
        assertThat(holidays.isHoliday(day)).isEqualTo(free);
    }

    @Test
    void theYear2026HasFourteen() {
        LocalDate first = LocalDate.of(2026, 1, 1);

        assertThat(first.datesUntil(first.plusYears(1)).filter(holidays::isHoliday))
                .hasSize(14);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "2027-01-01, Nowy Rok, New Year's Day",
        "2027-01-06, Święto Trzech Króli, Epiphany",
        "2027-03-28, Wielkanoc, Easter Sunday",
        "2027-03-29, Poniedziałek Wielkanocny, Easter Monday",
        "2027-05-01, Święto Pracy, Labour Day",
        "2027-05-03, Święto Konstytucji 3 Maja, Constitution Day",
        "2027-05-16, Zesłanie Ducha Świętego, Pentecost",
        "2027-05-27, Boże Ciało, Corpus Christi",
        "2027-08-15, Wniebowzięcie Najświętszej Maryi Panny, Assumption of the Blessed Virgin Mary",
        "2027-11-01, Wszystkich Świętych, All Saints' Day",
        "2027-11-11, Narodowe Święto Niepodległości, Independence Day",
        "2027-12-24, Wigilia Bożego Narodzenia, Christmas Eve",
        "2027-12-25, pierwszy dzień Bożego Narodzenia, Christmas Day",
        "2027-12-26, drugi dzień Bożego Narodzenia, Second Day of Christmas",
    })
    void eachHasAPolishAndAnEnglishName(LocalDate day, String polish, String english) {
        assertThat(holidays.name(day, new Language("pl"))).contains(polish);
        assertThat(holidays.name(day, new Language("en"))).contains(english);
    }

    @Test
    void noHolidayOfThirtyYearsIsWithoutAName() {
        LocalDate first = LocalDate.of(2025, 1, 1);

        assertThat(first.datesUntil(first.plusYears(30)).filter(holidays::isHoliday))
                .hasSizeGreaterThan(400)
                .allMatch(day -> holidays.name(day, new Language("pl")).isPresent());
        assertThat(holidays.name(LocalDate.of(2027, 1, 7), new Language("pl"))).isEmpty();
    }
}
