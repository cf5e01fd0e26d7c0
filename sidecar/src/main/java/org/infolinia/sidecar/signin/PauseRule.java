package org.infolinia.sidecar.signin;

import java.time.Duration;

/**
 * How long nobody may try again after so many failures: nothing at first, then 30 seconds, doubled by each failure more.
 *
 * @param free failures that cost nothing
 */
record PauseRule(int free) {

    /** Somebody who forgot their password tries as often. */
    static final PauseRule OF_ACCOUNT = new PauseRule(5);

    /** A whole office may share one address. */
    static final PauseRule OF_ADDRESS = new PauseRule(30);

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** @param failures since the last success */
    Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - free, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
