package org.infolinia.reports.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.infolinia.hotline.delivery.DeliveryCalendar;
import org.infolinia.hotline.delivery.DeliveryCalendar.Urgency;
import org.infolinia.hotline.delivery.SentReport;
import org.infolinia.hotline.delivery.SentReports;
import org.infolinia.hotline.mail.KeptLetter;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.hotline.mail.LetterState;
import org.infolinia.hotline.mail.Outbox;
import org.infolinia.reports.delivery.MonthDelivery.Done;
import org.infolinia.reports.delivery.Obstacle.Kind;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each month's report is made when it is due, that somebody hears of it when it is not delivered.
 *
 * <p>It knows nothing but what the database says: a box that was off when a report was due makes it when it is on again.
 */
public final class DeliveryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWatch.class);

    private static final String PROGRAM = "infolinia";

    /** Making reads all logs: what failed once is not tried each minute. */
    private static final Duration REST_AFTER_FAILURE = Duration.ofMinutes(10);

    /** A report that is on its way is no problem yet. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(15);

    private final MonthDelivery delivery;
    private final SentReports reports;
    private final Outbox outbox;
    private final Completeness completeness;
    private final Supplier<DeliveryCalendar> calendar;
    private final Clock clock;

    private final Map<YearMonth, Obstacle> obstacles = new HashMap<>();
    private Instant restUntil = Instant.MIN;
    private Instant watchingSince = Instant.MAX;
    private volatile List<String> problems = List.of();

    /** @param calendar asked each time, since hotline.xml may change */
    public DeliveryWatch(
            MonthDelivery delivery,
            SentReports reports,
            Outbox outbox,
            Completeness completeness,
            Supplier<DeliveryCalendar> calendar,
            Clock clock) {
        this.delivery = delivery;
        this.reports = reports;
        this.outbox = outbox;
        this.completeness = completeness;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Does what is due now; is called again and again, by one thread. */
    public void look() {
        Instant now = clock.instant();
        watchingSince = watchingSince.isBefore(now) ? watchingSince : now;
        DeliveryCalendar today = calendar.get();
        List<YearMonth> over = today.monthsOver(now);
        Map<YearMonth, SentReport> sent = sent(today);
        for (YearMonth month : over) {
            if (!sent.containsKey(month) && !now.isBefore(today.dueAt(month)) && !now.isBefore(restUntil)) {
                make(month, today);
            }
        }
        sent = sent(today);
        List<String> found = new ArrayList<>();
        for (YearMonth month : over) {
            Optional<SentReport> report = Optional.ofNullable(sent.get(month));
            if (report.isPresent()) {
                obstacles.remove(month);
            }
            if (report.flatMap(SentReport::delivered).isPresent()) {
                continue;
            }
            if (!hadItsTime(report, now)) {
                continue;
            }
            warn(month, report, today, now);
            if (!now.isBefore(today.dueAt(month).plus(ON_ITS_WAY))) {
                found.add("the report of " + month + " is not delivered: " + why(month, report));
            }
        }
        tell(found);
    }

    /** After a time off the report is made first, and nobody warned of what is about to be mended. */
    private boolean hadItsTime(Optional<SentReport> report, Instant now) {
        Instant begun = report.map(made -> made.version().made())
                .filter(made -> made.isAfter(watchingSince))
                .orElse(watchingSince);
        return !now.isBefore(begun.plus(ON_ITS_WAY));
    }

    private Map<YearMonth, SentReport> sent(DeliveryCalendar today) {
        return reports.latestSince(today.rules().first()).stream()
                .collect(Collectors.toMap(report -> report.version().month(), report -> report));
    }

    private void make(YearMonth month, DeliveryCalendar today) {
        Optional<Obstacle> missing = completeness.missingBefore(today.endOf(month));
        if (missing.isPresent()) {
            hindered(month, missing.get());
            return;
        }
        try {
            Done done = delivery.send(month, PROGRAM);
            LOG.info(
                    "the report of {} is made, version {}, and goes to {} recipients; SHA-256 {}",
                    month,
                    done.version().number(),
                    done.letters(),
                    done.version().workbook());
        } catch (LedgerUnavailable | IOException fault) {
            restUntil = clock.instant().plus(REST_AFTER_FAILURE);
            hindered(
                    month,
                    new Obstacle(
                            Kind.MAKING_FAILED,
                            fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage()));
        }
    }

    private void hindered(YearMonth month, Obstacle obstacle) {
        Obstacle before = obstacles.put(month, obstacle);
        if (before == null || before.kind() != obstacle.kind()) {
            LOG.warn("the report of {} is due and cannot be made yet: {}; it is tried again", month, obstacle);
        }
    }

    private void warn(YearMonth month, Optional<SentReport> report, DeliveryCalendar today, Instant now) {
        Optional<Urgency> urgency = today.urgency(month, now);
        if (urgency.isEmpty()) {
            return;
        }
        boolean first = false;
        for (Letter letter : WarningLetter.all(
                month, urgency.get(), report, Optional.ofNullable(obstacles.get(month)), today, now)) {
            first |= outbox.enter(letter);
        }
        if (first && urgency.get() == Urgency.ALARM) {
            LOG.error("ALARM: the report of {} is not delivered: {}", month, why(month, report));
        } else if (first) {
            LOG.warn("the report of {} is not delivered: {}", month, why(month, report));
        }
    }

    private String why(YearMonth month, Optional<SentReport> report) {
        if (report.isEmpty()) {
            return obstacles.containsKey(month) ? obstacles.get(month).toString() : "it is not made yet";
        }
        List<String> lacking = report.get().letters().stream()
                .filter(letter -> letter.state() == LetterState.REFUSED || letter.state() == LetterState.WAITING)
                .map(DeliveryWatch::lacking)
                .toList();
        return lacking.isEmpty() ? "nobody is to have it" : String.join("; ", lacking);
    }

    private static String lacking(KeptLetter letter) {
        if (letter.state() == LetterState.REFUSED) {
            return letter.recipient() + " was refused: " + letter.answer();
        }
        return letter.recipient() + (letter.attempts() == 0 ? " waits" : " waits: " + letter.answer());
    }

    private void tell(List<String> found) {
        if (!found.isEmpty() && problems.isEmpty()) {
            LOG.error("{}; see ./infolinia report status", String.join("; ", found));
        } else if (found.isEmpty() && !problems.isEmpty()) {
            LOG.info("all reports that are due are delivered");
        }
        problems = List.copyOf(found);
    }

    /** What is wrong, in a sentence; empty when all is well. */
    public Optional<String> problem() {
        List<String> found = problems;
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    /** A sentence for each month whose report should be there and is not; none when all is well. */
    public List<String> problems() {
        return problems;
    }
}
