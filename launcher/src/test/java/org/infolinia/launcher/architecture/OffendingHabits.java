package org.infolinia.launcher.architecture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.Supplier;

/** Asks the machine for the time in each way we know, and sleeps; one class a way, so that none hides another. */
@SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone", "TimeZoneUsage"})
final class OffendingHabits {

    static final class AsksInstant {
        Instant now() {
            return Instant.now();
        }
    }

    static final class PassesTheQuestionOn {
        Supplier<Instant> now() {
            return Instant::now;
        }
    }

    static final class AsksLocalDate {
        LocalDate now() {
            return LocalDate.now();
        }
    }

    static final class AsksInAZone {
        LocalDateTime now(ZoneId zone) {
            return LocalDateTime.now(zone);
        }

        ZonedDateTime later(ZoneId zone) {
            return ZonedDateTime.now(zone);
        }
    }

    static final class AsksMilliseconds {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static final class AsksDate {
        Date now() {
            return new Date();
        }
    }

    static final class MakesAClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static final class AsksForTheZone {
        ZoneId zone() {
            return ZoneId.systemDefault();
        }
    }

    static final class Sleeps {
        void nap() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    /** Breaks nothing: the moment is that of a clock it was given. */
    static final class AsksAClock {
        LocalDate today(Clock clock) {
            return LocalDate.now(clock);
        }
    }
}
