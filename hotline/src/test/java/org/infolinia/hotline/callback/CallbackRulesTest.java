package org.infolinia.hotline.callback;

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
import java.util.Set;
import org.infolinia.hotline.calendar.OpeningHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackRulesTest {

    private static final OpeningHours HOURS = new OpeningHours(
            ZoneId.of("Europe/Warsaw"),
            Map.of(
                    DayOfWeek.MONDAY,
                    List.of(
                            new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                            new OpeningHours.Span(LocalTime.of(13, 0), LocalTime.of(17, 0))),
                    DayOfWeek.TUESDAY,
                    List.of(new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(17, 0)))),
            day -> false,
            Set.of(LocalDate.of(2026, 11, 24)));

    @ParameterizedTest(name = "asked for at {0}, {1} open days: expires at {2}")
    @CsvSource({
        "2026-11-23T09:00:00Z, 1, 2026-11-23T16:00:00Z",
        "2026-11-23T11:30:00Z, 1, 2026-11-23T16:00:00Z",
        "2026-11-23T15:59:59Z, 1, 2026-11-23T16:00:00Z",
        "2026-11-23T16:00:00Z, 1, 2026-11-30T16:00:00Z",
        "2026-11-23T09:00:00Z, 2, 2026-11-30T16:00:00Z",
        "2026-11-23T09:00:00Z, 3, 2026-12-01T16:00:00Z",
    })
    void expiresAtTheLastClosingTimeOfItsDay(Instant asked, int openDays, Instant expires) {
        assertThat(new CallbackRules('1', 3, Duration.ofMinutes(15), openDays).expiry(HOURS, asked))
                .contains(expires);
    }

    @Test
    void neverWhereTheHotlineDoesNotOpen() {
        OpeningHours never = new OpeningHours(ZoneId.of("Europe/Warsaw"), Map.of(), day -> false, Set.of());

        assertThat(new CallbackRules('1', 3, Duration.ZERO, 1).expiry(never, Instant.parse("2026-11-23T09:00:00Z")))
                .isEmpty();
    }

    @Test
    void keyThatTheQueueCannotTellIsRefused() {
        assertThatThrownBy(() -> new CallbackRules('*', 3, Duration.ZERO, 1)).hasMessageContaining("key *");
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER, REACHED",
        "NOANSWER, NO_ANSWER",
        "BUSY, BUSY",
        "CANCEL, BROKEN_OFF",
        "'', BROKEN_OFF",
        "CHANUNAVAIL, FAILED",
        "CONGESTION, FAILED",
    })
    void asterisksWordForAnAttemptIsOurs(String dialStatus, AttemptResult result) {
        assertThat(AttemptResult.of(dialStatus)).isEqualTo(result);
    }
}
