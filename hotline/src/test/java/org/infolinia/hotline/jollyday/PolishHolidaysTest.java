package org.infolinia.hotline.jollyday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
}
