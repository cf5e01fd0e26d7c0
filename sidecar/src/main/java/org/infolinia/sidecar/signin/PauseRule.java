package org.infolinia.sidecar.signin;

import java.time.Duration;
import java.time.Instant;
import org.infolinia.hotline.people.FailedSignIns.Failures;

/**
 * How long nobody may try again after so many failures: nothing at first, then 30 seconds, doubled by each failure more.
 *
 * @param free  failures that cost nothing
 * @param looks how far back failures count
 */
record PauseRule(int free, Duration looks) {

    /** Somebody who forgot their password tries as often; their success begins the count anew. */
    static final PauseRule OF_NAME = new PauseRule(5, Duration.ofHours(24));

    /** A whole office may share one address, where somebody mistypes all day. */
    static final PauseRule OF_ADDRESS = new PauseRule(30, Duration.ofHours(1));

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** @param failures that count */
    Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - free, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** What is left of the pause; zero when there is none. */
    Duration left(Failures failures, Instant now) {
        Duration left = Duration.between(now, failures.last().plus(after(failures.count())));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
