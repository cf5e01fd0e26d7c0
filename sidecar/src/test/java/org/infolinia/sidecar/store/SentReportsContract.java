package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.infolinia.hotline.delivery.ReportVersion;
import org.infolinia.hotline.delivery.SentReport;
import org.infolinia.hotline.delivery.SentReports;
import org.infolinia.hotline.mail.Document;
import org.infolinia.hotline.mail.EmailAddress;
import org.infolinia.hotline.mail.KeptLetter;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.hotline.mail.LetterState;
import org.infolinia.hotline.mail.Outbox;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link SentReports} promises, whatever the database. */
abstract class SentReportsContract {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant SEVEN = Instant.parse("2026-11-03T06:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Document FIGURES = file("report.json", "{}");

    private Database database;
    private SentReports reports;
    private Outbox outbox;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        database = Database.open(freshDatabase());
        reports = new DatabaseSentReports(() -> database);
        outbox = new DatabaseOutbox(() -> database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void versionIsKeptToTheByteWithItsLetters() {
        Document workbook = file("report.xlsx", "workbook of October");
        ReportVersion version = version(1, workbook, List.of());

        assertThat(reports.enter(version, workbook, FIGURES, letters(version, "a", "b")))
                .isTrue();

        SentReport kept = reports.latestSince(OCTOBER).get(0);
        assertThat(kept.version()).isEqualTo(version);
        assertThat(kept.letters())
                .extracting(letter -> letter.recipient().value())
                .containsExactly("a@example.pl", "b@example.pl");
        assertThat(reports.content(version.workbook()).orElseThrow()).isEqualTo(workbook.content());
        assertThat(reports.content(version.figures()).orElseThrow()).isEqualTo(FIGURES.content());
        assertThat(reports.content("0".repeat(64))).isEmpty();
    }

    @Test
    void oneOfTwoWhoEnterAVersionAtOnceIsTurnedAwayAndNothingIsSentTwice() throws Exception {
        Document workbook = file("report.xlsx", "workbook of October");
        ReportVersion version = version(1, workbook, List.of());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(() -> reports.enter(version, workbook, FIGURES, letters(version, "a", "b")));
            }
            List<Boolean> entered = new ArrayList<>();
            for (Future<Boolean> run : threads.invokeAll(runs)) {
                entered.add(run.get());
            }

            assertThat(entered).containsExactlyInAnyOrder(true, false, false, false);
            assertThat(outbox.waiting()).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void correctionWithdrawsWhatIsStillToBeSentOfTheFormerVersion() {
        ReportVersion first = entered(1, "first", List.of(), "a", "b", "c");
        outbox.accepted(letters(first, "a").get(0), "250", SEVEN);
        outbox.refused(letters(first, "b").get(0), "550", SEVEN);

        entered(2, "second", List.of("calls · total · answered: 3 → 4", "calls · total · offered: 5 → 6"), "a", "b");

        List<SentReport> all = reports.of(OCTOBER);
        assertThat(all).hasSize(2);
        assertThat(all.get(0).letters())
                .extracting(KeptLetter::state)
                .containsExactly(LetterState.ACCEPTED, LetterState.WITHDRAWN, LetterState.WITHDRAWN);
        assertThat(all.get(1).letters())
                .extracting(KeptLetter::state)
                .containsExactly(LetterState.WAITING, LetterState.WAITING);
        assertThat(all.get(1).version().changes())
                .containsExactly("calls · total · answered: 3 → 4", "calls · total · offered: 5 → 6");
        assertThat(reports.latestSince(OCTOBER))
                .extracting(one -> one.version().number())
                .containsExactly(2);
    }

    @Test
    void sendingOnGoesToThoseWhoLackItAloneAndWithdrawsTheRest() {
        ReportVersion first = entered(1, "first", List.of(), "has", "refused", "gone");
        outbox.accepted(letters(first, "has").get(0), "250", SEVEN);
        outbox.refused(letters(first, "refused").get(0), "550", SEVEN);
        Instant later = SEVEN.plusSeconds(60);

        assertThat(reports.readdress(first, letters(first, "has", "refused", "new"), later))
                .isEqualTo(2);
        assertThat(reports.readdress(first, letters(first, "has", "refused", "new"), later))
                .isZero();

        assertThat(reports.of(OCTOBER).get(0).letters())
                .extracting(letter -> letter.recipient().value() + " " + letter.state())
                .containsExactly(
                        "gone@example.pl WITHDRAWN",
                        "has@example.pl ACCEPTED",
                        "new@example.pl WAITING",
                        "refused@example.pl WAITING");
        List<String> taken = Stream.generate(() -> outbox.take(later, LEASE))
                .takeWhile(Optional::isPresent)
                .map(one -> one.orElseThrow().letter().recipient().value())
                .toList();
        assertThat(taken).containsExactlyInAnyOrder("new@example.pl", "refused@example.pl");
    }

    @Test
    void reportIsDeliveredWhenTheServerHasItForAllWhoAreToHaveIt() {
        ReportVersion first = entered(1, "first", List.of(), "a", "b");
        assertThat(reports.of(OCTOBER).get(0).delivered()).isEmpty();

        outbox.accepted(letters(first, "a").get(0), "250", SEVEN);
        assertThat(reports.of(OCTOBER).get(0).delivered()).isEmpty();

        outbox.accepted(letters(first, "b").get(0), "250", SEVEN.plusSeconds(9));
        assertThat(reports.of(OCTOBER).get(0).delivered()).contains(SEVEN.plusSeconds(9));
    }

    @Test
    void reportWhoseLettersAreAllWithdrawnIsNotDelivered() {
        ReportVersion first = entered(1, "first", List.of(), "a");
        reports.readdress(first, letters(first, "b"), SEVEN);
        outbox.accepted(letters(first, "b").get(0), "250", SEVEN);
        assertThat(reports.of(OCTOBER).get(0).delivered()).isPresent();

        assertThat(new SentReport(first, List.of()).delivered()).isEmpty();
    }

    private ReportVersion entered(int number, String content, List<String> changes, String... recipients) {
        Document workbook = file("report.xlsx", content);
        ReportVersion version = version(number, workbook, changes);
        assertThat(reports.enter(version, workbook, FIGURES, letters(version, recipients)))
                .isTrue();
        return version;
    }

    private static ReportVersion version(int number, Document workbook, List<String> changes) {
        return new ReportVersion(OCTOBER, number, workbook.sha256(), FIGURES.sha256(), SEVEN, "infolinia", changes);
    }

    private static List<Letter> letters(ReportVersion version, String... recipients) {
        return Stream.of(recipients)
                .map(recipient -> Letter.of(
                        new EmailAddress("infolinia@example.pl"),
                        version.about(),
                        new EmailAddress(recipient + "@example.pl"),
                        "Raport",
                        "",
                        List.of(),
                        SEVEN,
                        Optional.empty()))
                .toList();
    }

    private static Document file(String name, String content) {
        return new Document(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }
}
