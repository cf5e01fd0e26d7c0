package org.infolinia.reports.availability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one consultant spent some time; each component is the row of {@code figures.md} of its name; whole seconds.
 *
 * @param paused    by reason, after-call work not among them; {@code none} where no reason was given
 * @param available signed in, and neither paused nor in after-call work
 * @param estimated whether a line was missing, so that a beginning or an end is made up
 */
public record Presence(
        long loggedIn, long available, long talking, long afterCall, Map<String, Long> paused, boolean estimated) {

    private static final int SHARE_PLACES = 4;

    public Presence {
        paused = Collections.unmodifiableMap(new TreeMap<>(paused));
    }

    /** Of all reasons together. */
    public long pausedSeconds() {
        return paused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** (talking + afterCall) ÷ (loggedIn − paused), to four places; null where the divisor is 0. */
    public @Nullable BigDecimal occupancy() {
        long atWork = loggedIn - pausedSeconds();
        return atWork == 0
                ? null
                : BigDecimal.valueOf(talking + afterCall)
                        .divide(BigDecimal.valueOf(atWork), SHARE_PLACES, RoundingMode.HALF_UP);
    }
}
