package org.infolinia.reports.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.mail.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeliveryWatchTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Delivered.at("2026-10-20T12:00:00"));
    private Delivered box;

    @BeforeEach
    void open() {
        box = new Delivered(folder, clock);
    }

    @AfterEach
    void close() {
        box.close();
    }

    /** A box that was on in October, and has delivered September. */
    private DeliveryWatch since20October() {
        DeliveryWatch watch = box.watch();
        watch.look();
        box.accepted();
        box.made.clear();
        return watch;
    }

    @Test
    void monthIsMadeAndSentToAllOnTheSecondWorkingDayAtSevenAndOnce() {
        DeliveryWatch watch = since20October();

        clock.set(Delivered.at("2026-11-03T06:59:59"));
        watch.look();
        assertThat(box.made).isEmpty();

        clock.set(Delivered.at("2026-11-03T07:00:00"));
        watch.look();
        watch.look();

        assertThat(box.made).containsExactly(OCTOBER);
        List<Letter> letters = box.accepted();
        assertThat(letters)
                .extracting(letter -> letter.about() + " " + letter.recipient())
                .containsExactlyInAnyOrder(
                        "report-2026-10-v1 raporty@example.gov.pl", "report-2026-10-v1 kopia@example.gov.pl");
        assertThat(letters.get(0).documents()).singleElement().satisfies(workbook -> {
            assertThat(workbook.name()).isEqualTo("report-2026-10.xlsx");
            assertThat(new String(workbook.content(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("workbook of 2026-10, 41");
        });
        assertThat(box.reports.of(OCTOBER).get(0).version().madeBy()).isEqualTo("infolinia");
        clock.set(Delivered.at("2026-11-03T12:00:00"));
        watch.look();
        assertThat(box.postponed()).isEmpty();
        assertThat(watch.problems()).isEmpty();
    }

    @Test
    void monthIsNotMadeBeforeItsDataIsComplete() {
        DeliveryWatch watch = since20October();
        clock.set(Delivered.at("2026-11-03T07:00:00"));
        box.missing = Optional.of(new Obstacle(Obstacle.Kind.LEDGER_CATCHES_UP, "read up to 2026-10-30"));

        watch.look();
        assertThat(box.made).isEmpty();

        clock.set(Delivered.at("2026-11-03T07:20:00"));
        watch.look();
        assertThat(watch.problems())
                .containsExactly("the report of 2026-10 is not delivered: the ledger of calls is still catching up:"
                        + " read up to 2026-10-30");

        box.missing = Optional.empty();
        watch.look();
        assertThat(box.made).containsExactly(OCTOBER);
    }

    @Test
    void boxThatWasOffOnTheDayMakesUpForItAtItsStartAndWarnsOfNothing() {
        since20October();
        clock.set(Delivered.at("2026-11-04T12:00:00"));

        DeliveryWatch watch = box.watch();
        watch.look();

        assertThat(box.made).containsExactly(OCTOBER);
        assertThat(box.accepted()).hasSize(2).allMatch(letter -> letter.about().equals("report-2026-10-v1"));
        clock.set(Delivered.at("2026-11-04T13:00:00"));
        watch.look();
        assertThat(box.accepted()).isEmpty();
    }

    @Test
    void boxThatWasOffForMonthsMakesUpForEachOfThem() {
        since20October();
        clock.set(Delivered.at("2027-01-15T12:00:00"));

        box.watch().look();

        assertThat(box.made).containsExactly(OCTOBER, YearMonth.of(2026, 11), DECEMBER);
    }

    @Test
    void noMonthBeforeTheFirstAgreedIsMade() {
        clock.set(Delivered.at("2026-11-20T12:00:00"));

        box.watch().look();

        assertThat(box.made).containsExactly(SEPTEMBER, OCTOBER);
    }

    @Test
    void leadIsWarnedFromTheThirdDayAndAlarmedFromTheFifthEachDayUntilItIsDelivered() {
        DeliveryWatch watch = since20October();
        clock.set(Delivered.at("2026-11-03T07:00:00"));
        watch.look();
        assertThat(box.postponed()).hasSize(2);

        clock.set(Delivered.at("2026-11-03T08:59:00"));
        watch.look();
        assertThat(warnings()).isEmpty();
        clock.set(Delivered.at("2026-11-03T09:00:00"));
        watch.look();
        watch.look();
        Letter warning = only(warnings());
        assertThat(warning.recipient().value()).isEqualTo("lider@example.pl");
        assertThat(warning.subject()).isEqualTo("Ostrzeżenie: raport niedoręczony – październik 2026");
        assertThat(warning.text()).isEqualTo("""
                Dzień dobry,

                raport miesięczny infolinii (październik 2026) nie został doręczony zamawiającemu. Termin: 5 listopada 2026.

                Raport jest zrobiony (wersja 1, 3 listopada 2026 o 7:00), ale:
                  kopia@example.gov.pl: czeka na wysłanie, prób: 2 (Connection refused)
                  raporty@example.gov.pl: czeka na wysłanie, prób: 2 (Connection refused)
                Program próbuje dalej sam. Co zrobić: przekaż tę wiadomość administratorowi (serwer poczty, hasło, sieć).
                Gdyby to trwało za długo, zapisz plik poleceniem ./infolinia report sent 2026-10 i wyślij go inną drogą.

                Stan wszystkich miesięcy: ./infolinia report status
                Ta wiadomość przychodzi codziennie o 9:00, dopóki raport nie zostanie doręczony.
                """);

        clock.set(Delivered.at("2026-11-04T09:30:00"));
        watch.look();
        assertThat(only(warnings()).about()).isEqualTo("warning-2026-10-2026-11-04");

        clock.set(Delivered.at("2026-11-05T09:00:00"));
        watch.look();
        Letter alarm = only(warnings());
        assertThat(alarm.about()).isEqualTo("alarm-2026-10-2026-11-05");
        assertThat(alarm.subject()).isEqualTo("ALARM: raport niedoręczony – październik 2026");

        clock.set(Delivered.at("2026-12-01T09:00:00"));
        watch.look();
        assertThat(only(warnings()).about()).isEqualTo("alarm-2026-10-2026-12-01");

        clock.set(Delivered.at("2026-12-01T10:00:00"));
        box.accepted();
        clock.set(Delivered.at("2026-12-02T06:00:00"));
        watch.look();
        clock.set(Delivered.at("2026-12-02T06:59:00"));
        watch.look();
        assertThat(watch.problems()).isEmpty();
        assertThat(box.accepted()).isEmpty();
    }

    @Test
    void warningThatCouldNotBeSentGivesWayToTheNextDays() {
        DeliveryWatch watch = since20October();
        clock.set(Delivered.at("2026-11-03T07:00:00"));
        watch.look();
        for (String day : List.of("2026-11-03", "2026-11-04", "2026-11-05")) {
            clock.set(Delivered.at(day + "T09:00:00"));
            watch.look();
        }

        assertThat(box.accepted().stream().map(Letter::about).filter(about -> !about.startsWith("report")))
                .containsExactly("alarm-2026-10-2026-11-05");
    }

    @Test
    void oneRecipientWhoWasRefusedIsNamedAndTheReportIsNotDelivered() {
        DeliveryWatch watch = since20October();
        clock.set(Delivered.at("2026-11-03T07:00:00"));
        watch.look();
        box.acceptedBut("kopia@example.gov.pl");

        clock.set(Delivered.at("2026-11-03T09:00:00"));
        watch.look();

        Letter warning = only(warnings());
        assertThat(warning.text())
                .contains("  kopia@example.gov.pl: serwer poczty odmówił (550 5.1.1 no such user)\n"
                        + "  raporty@example.gov.pl: wysłany\n"
                        + "Co zrobić: sprawdź z administratorem adres, popraw go w system.xml i wyślij jeszcze raz:"
                        + " ./infolinia report send 2026-10\n");
        assertThat(watch.problems())
                .containsExactly(
                        "the report of 2026-10 is not delivered: kopia@example.gov.pl was refused: 550 5.1.1 no such"
                                + " user");
    }

    @Test
    void leadReadsInJanuaryThatTheReportIsPlannedForTheDayOfTheDeadline() {
        since20October();
        clock.set(Delivered.at("2026-12-20T12:00:00"));
        DeliveryWatch watch = box.watch();
        watch.look();
        box.accepted();

        clock.set(Delivered.at("2027-01-03T09:00:00"));
        watch.look();

        Letter warning = only(warnings());
        assertThat(warning.subject()).isEqualTo("Ostrzeżenie: raport niedoręczony – grudzień 2026");
        assertThat(warning.text())
                .contains(
                        "Zgodnie z kalendarzem zostanie zrobiony i wysłany sam: 5 stycznia 2027 o 7:00. Na razie nic nie"
                                + " trzeba robić.");
        assertThat(watch.problems()).isEmpty();
        clock.set(Delivered.at("2027-01-05T07:00:00"));
        box.made.clear();
        watch.look();
        assertThat(box.made).containsExactly(DECEMBER);
    }

    @Test
    void makingThatFailsIsTriedAgainAfterARestAndItsReasonTold() {
        DeliveryWatch watch = since20October();
        box.fault = Optional.of("No space left on device");
        clock.set(Delivered.at("2026-11-03T07:00:00"));
        watch.look();
        clock.set(Delivered.at("2026-11-03T07:09:59"));
        watch.look();
        assertThat(box.made).containsExactly(OCTOBER);

        clock.set(Delivered.at("2026-11-03T09:00:00"));
        watch.look();
        assertThat(box.made).hasSize(2);
        assertThat(only(warnings()).text())
                .contains("Raportu nie udało się zrobić (No space left on device).\n"
                        + "Co zrobić: przekaż tę wiadomość administratorowi.\n");

        box.fault = Optional.empty();
        clock.set(Delivered.at("2026-11-03T09:10:00"));
        watch.look();
        assertThat(box.accepted())
                .filteredOn(letter -> letter.about().equals("report-2026-10-v1"))
                .hasSize(2);
    }

    @Test
    void twoBoxesThatLookAtOnceSendOnce() {
        DeliveryWatch watch = since20October();
        DeliveryWatch other = box.watch();
        clock.set(Delivered.at("2026-11-03T07:00:00"));

        watch.look();
        other.look();

        assertThat(box.accepted()).hasSize(2);
    }

    private List<Letter> warnings() {
        return box.postponed().stream()
                .filter(letter -> !letter.about().startsWith("report"))
                .peek(letter -> box.outbox.accepted(letter, "250 queued", clock.instant()))
                .toList();
    }

    private static Letter only(List<Letter> letters) {
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }
}
