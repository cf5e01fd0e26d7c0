package org.infolinia.launcher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.infolinia.reports.live.LedgerState;
import org.infolinia.sidecar.web.HealthCheck;

/** Finds out whether the live ledger comes on, from how it says it does. */
final class LedgerCheck implements HealthCheck {

    /** Further behind than this, expected waits and the list of calls mislead. */
    private static final Duration MOST_BEHIND = Duration.ofMinutes(5);

    private final Supplier<LedgerState> state;
    private final Clock clock;

    LedgerCheck(Supplier<LedgerState> state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    @Override
    public void check() {
        LedgerState now = state.get();
        Instant moment = clock.instant();
        if (now.trouble().isPresent()) {
            throw new IllegalStateException("the ledger of calls has stood still since " + now.since() + ": "
                    + now.trouble().get());
        }
        if (now.behind(moment).compareTo(MOST_BEHIND) > 0) {
            throw new IllegalStateException("the ledger of calls is catching up: it has read the log up to "
                    + now.catchUpTo().orElse(moment) + " and is "
                    + now.behind(moment).toMinutes() + " minutes behind");
        }
    }
}
