package org.infolinia.reports.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.delivery.SentReport;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.hotline.mail.LetterState;
import org.infolinia.reports.delivery.MonthDelivery.Done;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MonthDeliveryTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Delivered.at("2026-11-03T07:00:00"));
    private Delivered box;

    @BeforeEach
    void open() {
        box = new Delivered(folder, clock);
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    void letterSaysInPolishWhatIsInIt() throws Exception {
        box.delivery.send(OCTOBER, "infolinia");

        Letter letter = box.accepted().get(0);
        assertThat(letter.subject()).isEqualTo("Raport miesięczny infolinii: październik 2026");
        assertThat(letter.text()).isEqualTo("""
                Dzień dobry,

                w załączeniu raport miesięczny infolinii: październik 2026.

                Połączenia przyjęte przez centralę: 60
                Skierowane do kolejki: 52
                Odebrane: 41
                Nieodebrane: 11

                Plik: report-2026-10.xlsx
                SHA-256: 2f8f4f4fd3d0b4c9
                Raport powstał 3 listopada 2026 o 7:00 i jest wysyłany przez program Infolinia.
                """.replace(
                        "2f8f4f4fd3d0b4c9", letter.documents().get(0).sha256()));
    }

    @Test
    void letterWithAReportInEnglishIsInEnglish() throws Exception {
        box.language = new Language("en");
        box.delivery.send(OCTOBER, "infolinia");

        Letter letter = box.accepted().get(0);
        assertThat(letter.subject()).isEqualTo("Monthly report of the hotline: October 2026");
        assertThat(letter.text()).startsWith("""
                Good morning,

                please find attached the monthly report of the hotline: October 2026.

                Calls received: 60
                """).contains("The report was made on 3 November 2026 at 7:00");
    }

    @Test
    void correctionIsANewVersionThatSaysWhatChanged() throws Exception {
        box.delivery.send(OCTOBER, "infolinia");
        box.accepted();
        box.answered = 44;
        clock.set(Delivered.at("2026-11-10T14:05:00"));

        Done done = box.delivery.send(OCTOBER, "ewa");

        assertThat(done.made()).isTrue();
        assertThat(done.version().number()).isEqualTo(2);
        assertThat(done.version().madeBy()).isEqualTo("ewa");
        assertThat(done.version().changes())
                .containsExactly("calls · total · answered: 41 → 44", "calls · 2026-10-02 · answered: 41 → 44");
        Letter letter = box.accepted().get(0);
        assertThat(letter.subject()).isEqualTo("Raport miesięczny infolinii: październik 2026 – korekta (wersja 2)");
        assertThat(letter.text()).startsWith("""
                Dzień dobry,

                w załączeniu poprawiony raport miesięczny infolinii: październik 2026, wersja 2. Zastępuje wersję 1.

                Zmienione liczby (nazwy jak pod tytułami kolumn, czasy w sekundach; było → jest):
                  calls · total · answered: 41 → 44
                  calls · 2026-10-02 · answered: 41 → 44
                """);
        assertThat(letter.documents().get(0).name()).isEqualTo("report-2026-10-v2.xlsx");
        List<SentReport> kept = box.reports.of(OCTOBER);
        assertThat(kept).hasSize(2);
        assertThat(new String(
                        box.reports.content(kept.get(0).version().workbook()).orElseThrow(), StandardCharsets.UTF_8))
                .isEqualTo("workbook of 2026-10, 41");
        assertThat(new String(
                        box.reports.content(kept.get(1).version().workbook()).orElseThrow(), StandardCharsets.UTF_8))
                .isEqualTo("workbook of 2026-10, 44");
    }

    @Test
    void sameFiguresAreNotSentTwice() throws Exception {
        box.delivery.send(OCTOBER, "infolinia");
        box.accepted();

        Done done = box.delivery.send(OCTOBER, "ewa");

        assertThat(done.made()).isFalse();
        assertThat(done.letters()).isZero();
        assertThat(box.accepted()).isEmpty();
        assertThat(box.reports.of(OCTOBER)).hasSize(1);
    }

    @Test
    void recipientWithAMendedAddressGetsTheVersionThatTheOthersHave() throws Exception {
        box.delivery.send(OCTOBER, "infolinia");
        box.acceptedBut("kopia@example.gov.pl");
        box.recipients = List.of("raporty@example.gov.pl", "kopie@example.gov.pl");

        Done done = box.delivery.send(OCTOBER, "ewa");

        assertThat(done.letters()).isEqualTo(1);
        List<Letter> letters = box.accepted();
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.recipient().value()).isEqualTo("kopie@example.gov.pl");
            assertThat(letter.about()).isEqualTo("report-2026-10-v1");
            assertThat(letter.documents().get(0).sha256())
                    .isEqualTo(done.version().workbook());
        });
        SentReport report = box.reports.of(OCTOBER).get(0);
        assertThat(report.delivered()).isPresent();
        assertThat(report.letters())
                .filteredOn(letter -> letter.state() == LetterState.WITHDRAWN)
                .extracting(letter -> letter.recipient().value())
                .containsExactly("kopia@example.gov.pl");
    }

    @Test
    void twoRunsAtOnceMakeOneVersionAndOneLetterForEach() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Done>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(() -> box.delivery.send(OCTOBER, "ewa"));
            }
            int made = 0;
            for (Future<Done> run : threads.invokeAll(runs)) {
                made += run.get().made() ? 1 : 0;
            }

            assertThat(made).isEqualTo(1);
            assertThat(box.reports.of(OCTOBER)).hasSize(1);
            assertThat(box.accepted()).hasSize(2);
        } finally {
            threads.shutdownNow();
        }
    }
}
