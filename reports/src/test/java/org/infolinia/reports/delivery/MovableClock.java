package org.infolinia.reports.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets, by the time of Warsaw. */
final class MovableClock extends Clock {

    private Instant now;

    MovableClock(String local) {
        set(local);
    }

    void set(String local) {
        now = at(local);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Delivered.WARSAW).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants alone are asked for");
    }
}
