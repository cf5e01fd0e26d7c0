package org.infolinia.reports.calls;

import java.time.Duration;
import java.util.List;

/**
 * What the fold must know of the hotline.
 *
 * @param ringTimes   ring time of each queue, in the order of the known queues
 * @param hungUpEarly a consultant's hang-up within it after CONNECT is early
 */
public record CallRules(List<Duration> ringTimes, Duration hungUpEarly) {

    public CallRules {
        ringTimes = List.copyOf(ringTimes);
    }
}
