package org.infolinia.agi.waiting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a caller who joins now will probably wait.
 *
 * <p>The wait of those served last is the better predictor where traffic changes over a day ("delay of the last customer
 * to enter service", Ibrahim and Whitt 2009). The median of the last few takes the place of one, so that a single odd
 * call does not speak for all. Nothing is better than a guess: with fewer than {@link #LEAST} calls, or nobody to answer,
 * there is none.
 */
final class ExpectedWait {

    /** Fewer waits tell nothing. */
    static final int LEAST = 3;

    /** So many of the latest count. */
    static final int LATEST = 7;

    private ExpectedWait() {}

    /**
     * @param waits   of those served last, the latest first
     * @param present consultants signed in with a telephone that is there
     * @return empty where it is not known
     */
    static Optional<Duration> of(List<Duration> waits, int present) {
        if (present < 1 || waits.size() < LEAST) {
            return Optional.empty();
        }
        List<Duration> latest = waits.stream().limit(LATEST).sorted().toList();
        // Of an even number the longer one: a caller forgives a wait that was shorter than said.
        return Optional.of(latest.get(latest.size() / 2));
    }
}
