package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

/** How long something lasted, as far as a clock on the wall can tell who begins and ends it. */
final class Lasting {

    private Instant aboutToBegin = Instant.EPOCH;
    private Instant begun = Instant.EPOCH;
    private Instant aboutToEnd = Instant.EPOCH;
    private Instant ended = Instant.EPOCH;

    Lasting begins(Runnable beginning) {
        aboutToBegin = Instant.now();
        beginning.run();
        begun = Instant.now();
        return this;
    }

    void ends(Runnable ending) {
        aboutToEnd = Instant.now();
        ending.run();
        ended = Instant.now();
    }

    void hasLasted(String what, double seconds) {
        hasLasted(what, seconds, 0);
    }

    /**
     * Asterisk's times are whole seconds, so that its difference may be off by one.
     *
     * @param rounding seconds by which what is told may be off besides
     */
    void hasLasted(String what, double seconds, double rounding) {
        assertThat(seconds)
                .as("seconds of %s", what)
                .isBetween(
                        Duration.between(begun, aboutToEnd).toSeconds() - 1 - rounding,
                        Duration.between(aboutToBegin, ended).toSeconds() + 2 + rounding);
    }
}
