package org.infolinia.agi.asterisk;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts connections that were refused, so that a flood of them is one line in the log now and then. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Map<String, Integer> reasons = new TreeMap<>();
    private long nextReport = System.nanoTime();

    void count(String reason) {
        reasons.merge(reason, 1, Integer::sum);
    }

    void report(long nanoTime) {
        if (!reasons.isEmpty() && nanoTime - nextReport >= 0) {
            LOG.warn("FastAGI connections refused: {}", reasons);
            reasons.clear();
            nextReport = nanoTime + BETWEEN.toNanos();
        }
    }
}
