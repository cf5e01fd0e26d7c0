package org.infolinia.reports.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.infolinia.hotline.MovableClock;
import org.infolinia.reports.live.LedgerState;
import org.junit.jupiter.api.Test;

final class LedgerCompletenessTest {

    private static final Instant NOVEMBER = Delivered.at("2026-11-01T00:00:00");

    private final MovableClock clock = new MovableClock(Delivered.at("2026-11-01T00:01:00"));

    @Test
    void nothingIsMissingWhenAllIsReadAndAllCallsOfTheMonthAreOver() {
        assertThat(missing(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(missing(Optional.empty(), Optional.empty(), Optional.of(NOVEMBER)))
                .isEmpty();
    }

    @Test
    void callThatBeganInTheMonthIsWaitedForUntilNobodyBelievesInItAnyMore() {
        Optional<Instant> open = Optional.of(NOVEMBER.minusSeconds(1));

        assertThat(missing(Optional.empty(), Optional.empty(), open).map(Obstacle::kind))
                .contains(Obstacle.Kind.CALL_GOES_ON);
        clock.set(Delivered.at("2026-11-03T00:00:00"));
        assertThat(missing(Optional.empty(), Optional.empty(), open)).isEmpty();
    }

    @Test
    void logsThatAreNotReadToTheirEndAreMissing() {
        assertThat(missing(Optional.of("the folder is empty"), Optional.empty(), Optional.empty()))
                .contains(new Obstacle(Obstacle.Kind.LEDGER_STANDS_STILL, "the folder is empty"));
        assertThat(missing(Optional.empty(), Optional.of(NOVEMBER), Optional.empty()))
                .contains(new Obstacle(Obstacle.Kind.LEDGER_CATCHES_UP, "read up to 2026-10-31T23:00:00Z"));
    }

    private Optional<Obstacle> missing(
            Optional<String> trouble, Optional<Instant> catchUpTo, Optional<Instant> openSince) {
        LedgerState state = new LedgerState(trouble, NOVEMBER, catchUpTo, openSince);
        return new LedgerCompleteness(() -> state, clock).missingBefore(NOVEMBER);
    }
}
