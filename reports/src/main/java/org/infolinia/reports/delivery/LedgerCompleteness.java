package org.infolinia.reports.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.reports.delivery.Obstacle.Kind;
import org.infolinia.reports.live.LedgerState;

/** {@link Completeness} as the live ledger sees it: it has read the logs to their end, and all calls are over. */
public final class LedgerCompleteness implements Completeness {

    /** A call that has lasted so long without an end will have none. */
    private static final Duration LONGEST_CALL = Duration.ofDays(2);

    private final Supplier<LedgerState> ledger;
    private final Clock clock;

    public LedgerCompleteness(Supplier<LedgerState> ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Optional<Obstacle> missingBefore(Instant end) {
        LedgerState state = ledger.get();
        if (state.trouble().isPresent()) {
            return Optional.of(
                    new Obstacle(Kind.LEDGER_STANDS_STILL, state.trouble().get()));
        }
        if (state.catchUpTo().isPresent()) {
            return Optional.of(new Obstacle(
                    Kind.LEDGER_CATCHES_UP, "read up to " + state.catchUpTo().get()));
        }
        // What the ledger said of it may be old: nothing was written since.
        Instant oldest = clock.instant().minus(LONGEST_CALL);
        return state.openSince()
                .filter(open -> open.isBefore(end) && open.isAfter(oldest))
                .map(open -> new Obstacle(Kind.CALL_GOES_ON, "since " + open));
    }
}
