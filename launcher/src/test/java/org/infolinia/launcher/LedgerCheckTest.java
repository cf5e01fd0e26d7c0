package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.infolinia.reports.live.LedgerState;
import org.junit.jupiter.api.Test;

class LedgerCheckTest {

    private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void ledgerThatIsUpToDateIsWell() {
        assertThatCode(() -> check(Optional.empty(), Optional.empty())).doesNotThrowAnyException();
    }

    @Test
    void ledgerThatIsAFewMinutesBehindIsWell() {
        assertThatCode(() -> check(Optional.empty(), Optional.of(NINE.minusSeconds(300))))
                .doesNotThrowAnyException();
    }

    @Test
    void ledgerThatCatchesUpOnADaySaysHowFarItIs() {
        assertThatThrownBy(() -> check(Optional.empty(), Optional.of(NINE.minusSeconds(86_400))))
                .hasMessage("the ledger of calls is catching up: it has read the log up to 2026-11-22T08:00:00Z and is"
                        + " 1440 minutes behind");
    }

    @Test
    void ledgerThatStandsStillSaysSinceWhenAndWhy() {
        assertThatThrownBy(
                        () -> check(Optional.of("the logs: the folder /var/log/asterisk is empty"), Optional.empty()))
                .hasMessage("the ledger of calls has stood still since 2026-11-23T07:00:00Z: the logs: the folder"
                        + " /var/log/asterisk is empty");
    }

    private static void check(Optional<String> trouble, Optional<Instant> catchUpTo) {
        LedgerState state = new LedgerState(trouble, NINE.minusSeconds(3_600), catchUpTo, Optional.empty());
        new LedgerCheck(() -> state, Clock.fixed(NINE, ZoneOffset.UTC)).check();
    }
}
