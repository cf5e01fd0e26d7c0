package org.infolinia.hotline;

import java.time.Duration;

/**
 * The limits that figures are counted against; {@code figures.md} names each.
 *
 * @param serviceLevel   T: an answer within it counts for the service level; 30 s by default
 * @param abandonedShort an abandonment within it is also counted as short; 5 s by default
 * @param hungUpEarly    S: a consultant's hang-up within it after CONNECT counts as early; 10 s by default
 */
public record Thresholds(Duration serviceLevel, Duration abandonedShort, Duration hungUpEarly) {

    public static final Thresholds DEFAULT =
            new Thresholds(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(10));

    /** @throws IllegalArgumentException when one is negative */
    public Thresholds {
        if (serviceLevel.isNegative() || abandonedShort.isNegative() || hungUpEarly.isNegative()) {
            throw new IllegalArgumentException("thresholds " + serviceLevel + ", " + abandonedShort + ", " + hungUpEarly
                    + ": none may be negative");
        }
    }
}
