package org.infolinia.reports.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.delivery.DeliveryCalendar;
import org.infolinia.hotline.delivery.DeliveryRules;
import org.infolinia.hotline.delivery.SentReports;
import org.infolinia.hotline.jollyday.PolishHolidays;
import org.infolinia.hotline.mail.EmailAddress;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.hotline.mail.Outbox;
import org.infolinia.hotline.mail.Outbox.Taken;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.WaitFigures;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseOutbox;
import org.infolinia.sidecar.store.DatabaseSentReports;

/** One box that delivers reports, for tests: a real database, and figures as a test says. */
final class Delivered implements AutoCloseable {

    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    final Database database;
    final Outbox outbox;
    final SentReports reports;
    final MovableClock clock;
    final MonthDelivery delivery;
    final List<YearMonth> made = new CopyOnWriteArrayList<>();

    /** Answered calls of each month. */
    long answered = 41;

    Language language = new Language("pl");
    Optional<Obstacle> missing = Optional.empty();
    Optional<String> fault = Optional.empty();
    List<String> recipients = List.of("raporty@example.gov.pl", "kopia@example.gov.pl");

    /** By the time of Warsaw. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    Delivered(Path folder, MovableClock clock) {
        this.clock = clock;
        this.database = Database.open(DatabaseSettings.sqlite(folder.resolve("infolinia.db")));
        this.outbox = new DatabaseOutbox(() -> database);
        this.reports = new DatabaseSentReports(() -> database);
        this.delivery = new MonthDelivery(this::make, reports, this::calendar, clock);
    }

    DeliveryWatch watch() {
        return new DeliveryWatch(delivery, reports, outbox, end -> missing, this::calendar, clock);
    }

    DeliveryCalendar calendar() {
        return new DeliveryCalendar(
                new DeliveryRules(
                        YearMonth.of(2026, 9),
                        2,
                        LocalTime.of(7, 0),
                        language,
                        recipients.stream().map(EmailAddress::new).toList(),
                        List.of(new EmailAddress("lider@example.pl")),
                        new EmailAddress("infolinia@example.pl")),
                new OpeningHours(WARSAW, Map.of(), new PolishHolidays(), Set.of()));
    }

    private MadeMonth make(YearMonth month) throws IOException {
        made.add(month);
        if (fault.isPresent()) {
            throw new IOException(fault.get());
        }
        String figures = """
                {"period": "%s", "calls": {"days": [{"date": "%s-02", "answered": %d}], "total": {"answered": %d}}}
                """.formatted(month, month, answered, answered);
        return new MadeMonth(
                ("workbook of " + month + ", " + answered).getBytes(StandardCharsets.UTF_8),
                figures.getBytes(StandardCharsets.UTF_8),
                total());
    }

    private CallFigures total() {
        WaitFigures none = new WaitFigures(null, null, null, null);
        return new CallFigures(
                60L,
                5,
                2,
                1,
                52,
                answered,
                52 - answered,
                9,
                1,
                1,
                1,
                0,
                none,
                none,
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0);
    }

    /** Takes all letters that are due, as a mail server would that accepts them. */
    List<Letter> accepted() {
        List<Letter> letters = new ArrayList<>();
        for (Optional<Taken> next = take(); next.isPresent(); next = take()) {
            outbox.accepted(next.get().letter(), "250 queued", clock.instant());
            letters.add(next.get().letter());
        }
        return letters;
    }

    /** Takes all letters that are due, as a mail server would that refuses those to one address. */
    List<Letter> acceptedBut(String refused) {
        List<Letter> letters = new ArrayList<>();
        for (Optional<Taken> next = take(); next.isPresent(); next = take()) {
            Letter letter = next.get().letter();
            letters.add(letter);
            if (letter.recipient().value().equals(refused)) {
                outbox.refused(letter, "550 5.1.1 no such user", clock.instant());
            } else {
                outbox.accepted(letter, "250 queued", clock.instant());
            }
        }
        return letters;
    }

    /** Takes all letters that are due, as a mail server would that is away. */
    List<Letter> postponed() {
        List<Letter> letters = new ArrayList<>();
        for (Optional<Taken> next = take(); next.isPresent(); next = take()) {
            outbox.postponed(
                    next.get().letter(), "Connection refused", clock.instant().plusSeconds(60));
            letters.add(next.get().letter());
        }
        return letters;
    }

    private Optional<Taken> take() {
        return outbox.take(clock.instant(), Duration.ofMinutes(15));
    }

    @Override
    public void close() {
        database.close();
    }
}
