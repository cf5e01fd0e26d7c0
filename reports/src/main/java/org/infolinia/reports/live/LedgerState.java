package org.infolinia.reports.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the live ledger does.
 *
 * @param trouble   why it does not come on; empty while it does
 * @param since     since when it has not, or since when it has
 * @param catchUpTo where it has got to while it makes up for a time it was off; empty when it is up to date
 * @param openSince when the earliest of the calls arrived that were not over when it read last; empty when all were
 */
public record LedgerState(
        Optional<String> trouble, Instant since, Optional<Instant> catchUpTo, Optional<Instant> openSince) {

    /** How far behind the log it is; zero when up to date. */
    public Duration behind(Instant now) {
        Instant seen = catchUpTo.orElse(trouble.isPresent() ? since : now);
        return seen.isBefore(now) ? Duration.between(seen, now) : Duration.ZERO;
    }
}
