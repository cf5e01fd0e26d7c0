package org.infolinia.launcher;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.desk.floor.Today;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.kept.KeptFigures;
import org.infolinia.sidecar.database.DatabaseBusy;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The day so far, counted by the reports' own code from the calls that the ledger has kept.
 *
 * <p>Counted so often at most, however many pages ask; a day has some hundreds of calls.
 */
final class TodaysFigures implements Supplier<Optional<Today>> {

    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Supplier<FinishedCalls> calls;
    private final Supplier<Hotline> hotline;
    private final Clock clock;
    private Optional<Today> known = Optional.empty();
    private @Nullable LocalDate of;
    private Instant counted = Instant.EPOCH;

    /**
     * @param calls   asked each time, since the database may be away
     * @param hotline the one in force, for its zone and thresholds
     */
    TodaysFigures(Supplier<FinishedCalls> calls, Supplier<Hotline> hotline, Clock clock) {
        this.calls = calls;
        this.hotline = hotline;
        this.clock = clock;
    }

    /** Empty while the database is away, unless it was there today. */
    @Override
    public synchronized Optional<Today> get() {
        Instant now = clock.instant();
        ZoneId zone = hotline.get().hours().zone();
        LocalDate day = now.atZone(zone).toLocalDate();
        if (!day.equals(of)) {
            known = Optional.empty();
            counted = Instant.EPOCH;
            of = day;
        }
        if (counted.plus(FRESH).isBefore(now)) {
            try {
                known = Optional.of(today(KeptFigures.soFar(
                                calls.get(),
                                ReportPeriod.day(day, zone),
                                hotline.get().thresholds())
                        .total()));
            } catch (DatabaseUnavailable | DatabaseBusy away) {
                // Health tells of it; the floor shows what was known.
            }
            counted = now;
        }
        return known;
    }

    private static Today today(CallFigures figures) {
        return new Today(
                Objects.requireNonNull(figures.received()),
                figures.offered(),
                figures.answered(),
                figures.abandoned(),
                Optional.ofNullable(figures.serviceLevel())
                        .map(BigDecimal::doubleValue)
                        .orElse(null),
                figures.waitAnswered().mean(),
                figures.waitAnswered().max());
    }
}
