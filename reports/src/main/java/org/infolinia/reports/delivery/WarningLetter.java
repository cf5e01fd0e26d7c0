package org.infolinia.reports.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.delivery.DeliveryCalendar;
import org.infolinia.hotline.delivery.DeliveryCalendar.Urgency;
import org.infolinia.hotline.delivery.SentReport;
import org.infolinia.hotline.mail.KeptLetter;
import org.infolinia.hotline.mail.Letter;
import org.infolinia.hotline.mail.LetterState;
import org.infolinia.reports.words.ReportLanguage;

/** The letter that tells the leads, in Polish, that a month's report is not delivered. */
final class WarningLetter {

    private WarningLetter() {}

    /**
     * To each lead; worth sending until the next day's.
     *
     * @param sent     what was made of it; empty where it is not made
     * @param obstacle why it is not made; empty where it is, or is not due
     */
    static List<Letter> all(
            YearMonth month,
            Urgency urgency,
            Optional<SentReport> sent,
            Optional<Obstacle> obstacle,
            DeliveryCalendar calendar,
            Instant now) {
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        boolean alarm = urgency == Urgency.ALARM;
        String subject = (alarm ? "ALARM" : "Ostrzeżenie") + ": raport niedoręczony – "
                + dates(calendar).month(month);
        String text = "Dzień dobry,\n\nraport miesięczny infolinii ("
                + dates(calendar).month(month)
                + ") nie został doręczony zamawiającemu. Termin: "
                + dates(calendar).day(month.plusMonths(1).atDay(DeliveryCalendar.DEADLINE_DAY)) + ".\n\n"
                + why(month, sent, obstacle, calendar, now)
                + "\nStan wszystkich miesięcy: ./infolinia report status\n"
                + "Ta wiadomość przychodzi codziennie o 9:00, dopóki raport nie zostanie doręczony.\n";
        return calendar.rules().leads().stream()
                .map(lead -> Letter.of(
                        calendar.rules().sender(),
                        (alarm ? "alarm-" : "warning-") + month + "-" + today,
                        lead,
                        subject,
                        text,
                        List.of(),
                        now,
                        Optional.of(calendar.warningAt(today.plusDays(1)))))
                .toList();
    }

    private static Dates dates(DeliveryCalendar calendar) {
        return new Dates(ReportLanguage.POLISH, calendar.zone());
    }

    private static String why(
            YearMonth month,
            Optional<SentReport> sent,
            Optional<Obstacle> obstacle,
            DeliveryCalendar calendar,
            Instant now) {
        if (sent.isPresent()) {
            return notTaken(sent.get(), calendar);
        }
        Instant due = calendar.dueAt(month);
        if (now.isBefore(due)) {
            return "Zgodnie z kalendarzem zostanie zrobiony i wysłany sam: "
                    + dates(calendar).moment(due) + ". Na razie nic nie trzeba robić.\n";
        }
        String itself = "Gdy przeszkoda zniknie, raport zostanie zrobiony i wysłany sam.\n";
        String administrator = "Co zrobić: przekaż tę wiadomość administratorowi.\n";
        if (obstacle.isEmpty()) {
            return "Raport nie został jeszcze zrobiony; program próbuje dalej.\n" + administrator;
        }
        return switch (obstacle.get().kind()) {
            case LEDGER_STANDS_STILL ->
                "Raport nie został zrobiony, bo program nie może czytać dzienników centrali ("
                        + obstacle.get().detail() + ").\n" + administrator + itself;
            case LEDGER_CATCHES_UP ->
                "Raport nie został zrobiony, bo program nadrabia czytanie dzienników centrali ("
                        + obstacle.get().detail() + ").\n" + itself;
            case CALL_GOES_ON ->
                "Raport nie został zrobiony, bo według dziennika trwa jeszcze połączenie z tego miesiąca" + " ("
                        + obstacle.get().detail() + ").\n" + itself;
            case MAKING_FAILED ->
                "Raportu nie udało się zrobić (" + obstacle.get().detail() + ").\n" + administrator + itself;
        };
    }

    private static String notTaken(SentReport sent, DeliveryCalendar calendar) {
        StringBuilder text = new StringBuilder(
                "Raport jest zrobiony (wersja " + sent.version().number() + ", "
                        + dates(calendar).moment(sent.version().made()) + "), ale:\n");
        boolean refused = false;
        boolean waiting = false;
        for (KeptLetter letter : sent.letters()) {
            String answer = letter.answer().isEmpty() ? "jeszcze nie próbowano" : letter.answer();
            if (letter.state() == LetterState.REFUSED) {
                refused = true;
                text.append("  ")
                        .append(letter.recipient())
                        .append(": serwer poczty odmówił (")
                        .append(answer)
                        .append(")\n");
            } else if (letter.state() == LetterState.WAITING) {
                waiting = true;
                text.append("  ")
                        .append(letter.recipient())
                        .append(": czeka na wysłanie, prób: ")
                        .append(letter.attempts())
                        .append(" (")
                        .append(answer)
                        .append(")\n");
            } else if (letter.state() == LetterState.ACCEPTED) {
                text.append("  ").append(letter.recipient()).append(": wysłany\n");
            }
        }
        if (refused) {
            text.append(
                    "Co zrobić: sprawdź z administratorem adres, popraw go w system.xml i wyślij jeszcze raz: ./infolinia"
                            + " report send " + sent.version().month() + "\n");
        }
        if (waiting) {
            text.append("Program próbuje dalej sam. Co zrobić: przekaż tę wiadomość administratorowi (serwer poczty,"
                    + " hasło, sieć).\n");
        }
        text.append("Gdyby to trwało za długo, zapisz plik poleceniem ./infolinia report sent "
                + sent.version().month() + " i wyślij go inną drogą.\n");
        return text.toString();
    }
}
