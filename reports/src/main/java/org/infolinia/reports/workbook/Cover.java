package org.infolinia.reports.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.words.ReportLanguage;
import org.infolinia.reports.words.Words;
import org.jspecify.annotations.Nullable;

/** Writes the first sheet: the headline figures, each beside that of the period before. */
final class Cover {

    static final Words NAME = new Words("Podsumowanie", "Summary");
    static final int[] WIDTHS = {46, 18, 18, 3, 52};

    private static final int SHARE_PLACES = 4;

    private static final List<Column> HEADLINES = List.of(
            column(
                    "Połączenia przyjęte przez centralę",
                    "Calls received by the exchange",
                    Column.Kind.COUNT,
                    CallFigures::received),
            column(
                    "Połączenia poza godzinami pracy",
                    "Calls outside opening hours",
                    Column.Kind.COUNT,
                    CallFigures::closedHours),
            column(
                    "Połączenia skierowane do kolejki",
                    "Calls offered to a queue",
                    Column.Kind.COUNT,
                    CallFigures::offered),
            column("Połączenia odebrane", "Calls answered", Column.Kind.COUNT, CallFigures::answered),
            column("Połączenia nieodebrane", "Calls not answered", Column.Kind.COUNT, CallFigures::unanswered),
            column(
                    "Odebrane wśród skierowanych do kolejki",
                    "Answered among offered",
                    Column.Kind.SHARE,
                    Cover::answeredShare),
            column("Poziom obsługi", "Service level", Column.Kind.SHARE, CallFigures::serviceLevel),
            column(
                    "Średni czas oczekiwania na odebranie",
                    "Mean wait for the answer",
                    Column.Kind.SECONDS,
                    figures -> figures.waitAnswered().mean()),
            column(
                    "Najdłuższy czas oczekiwania na odebranie",
                    "Longest wait for the answer",
                    Column.Kind.SECONDS,
                    figures -> figures.waitAnswered().max()),
            column(
                    "Połączenia przerwane przez konsultanta",
                    "Calls dropped by the consultant",
                    Column.Kind.COUNT,
                    CallFigures::droppedByConsultant),
            column("Czas rozmów", "Talk time", Column.Kind.SECONDS, CallFigures::talkSeconds));

    private final Report report;
    private final ReportLanguage language;

    Cover(Report report, ReportLanguage language) {
        this.report = report;
        this.language = language;
    }

    private static Column column(
            String polish, String english, Column.Kind kind, Function<CallFigures, @Nullable Number> value) {
        return new Column(new Words(polish, english), "", kind, value);
    }

    private static @Nullable Number answeredShare(CallFigures figures) {
        return figures.offered() == 0
                ? null
                : BigDecimal.valueOf(figures.answered())
                        .divide(BigDecimal.valueOf(figures.offered()), SHARE_PLACES, RoundingMode.HALF_UP);
    }

    void write(Page page) {
        page.title(language.say("Raport infolinii, ", "Hotline report, ")
                + report.period().named(language));
        page.next()
                .text(language.say("Od ", "From ")
                        + report.period().first()
                        + language.say(" do ", " to ")
                        + report.period().last()
                        + language.say(", strefa czasowa ", ", time zone ")
                        + report.period().zone().getId());
        page.next();
        CallFigures before = report.before();
        page.next()
                .heading(language.say("Wskaźnik", "Figure"))
                .heading(language.say("W tym okresie", "In this period"))
                .heading(
                        report.period().isWeek()
                                ? language.say("Tydzień wcześniej", "Week before")
                                : language.say("Miesiąc wcześniej", "Month before"))
                .heading("")
                .heading(language.say("Zmiana", "Change"))
                .repeat(1);
        for (Column column : HEADLINES) {
            Function<CallFigures, @Nullable Number> value = column.value();
            Number now = value.apply(report.calls().total());
            Number then = before == null ? null : value.apply(before);
            page.next()
                    .text(column.title().in(language))
                    .number(now, column.kind())
                    .number(then, column.kind())
                    .text("")
                    .text(change(now, then, column.kind()));
        }
        page.next();
        long level = report.thresholds().serviceLevel().toSeconds();
        page.next()
                .sentence(language.say(
                        "Poziom obsługi: odebrane w ciągu " + level
                                + " s, podzielone przez skierowane do kolejki bez porzuconych w tym czasie. Wszystkie"
                                + " wskaźniki opisuje arkusz Definicje.",
                        "Service level: answered within " + level
                                + " s, divided by those offered less those abandoned within that time. The sheet"
                                + " Definitions explains all figures."));
        if (report.calls().reconciliationCount() == 0) {
            page.next().sentence(reconciled());
        }
        page.next().sentence(language.say("R4 Czat: brak danych.", "R4 Chat: no data."));
        page.next().sentence(language.say("R5 Formularz: brak danych.", "R5 Form: no data."));
        report.notes().forEach(note -> page.next().sentence(note.in(language)));
    }

    private String reconciled() {
        return report.calls().total().received() == null
                ? language.say(
                        "Bez rejestru centrali (CDR) nie da się sprawdzić, czy dziennik kolejek zna każde połączenie.",
                        "Without the CDR it cannot be checked whether the queue log knows every call.")
                : language.say(
                        "Dziennik kolejek i rejestr centrali zgadzają się co do każdego połączenia.",
                        "Queue log and CDR agree on every call.");
    }

    private String change(@Nullable Number now, @Nullable Number then, Column.Kind kind) {
        if (now == null || then == null) {
            return language.say("brak danych do porównania", "no data to compare with");
        }
        double difference = now.doubleValue() - then.doubleValue();
        if (difference == 0) {
            return language.say("bez zmian", "no change");
        }
        double size = Math.abs(difference);
        return (difference > 0 ? language.say("więcej o ", "more by ") : language.say("mniej o ", "less by "))
                + switch (kind) {
                    case COUNT -> (long) size + percent(size, then.doubleValue());
                    case SECONDS -> Wording.duration((long) size) + percent(size, then.doubleValue());
                    case SHARE -> decimal(size * 100, 2) + language.say(" punktu procentowego", " percentage points");
                };
    }

    private String percent(double size, double then) {
        return then == 0 ? "" : " (" + decimal(size * 100 / then, 1) + " %)";
    }

    private String decimal(double number, int places) {
        String plain = BigDecimal.valueOf(number)
                .setScale(places, RoundingMode.HALF_UP)
                .toPlainString();
        return language.say(plain.replace('.', ','), plain);
    }
}
