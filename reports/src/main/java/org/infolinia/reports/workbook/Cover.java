package org.infolinia.reports.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.CallFigures;
import org.jspecify.annotations.Nullable;

/** Writes the first sheet: the headline figures, each beside that of the month before. */
final class Cover {

    static final String NAME = "Podsumowanie";
    static final int[] WIDTHS = {46, 18, 18, 3, 52};

    private static final int SHARE_PLACES = 4;

    private static final List<Column> HEADLINES = List.of(
            new Column("Połączenia przyjęte przez centralę", "received", Column.Kind.COUNT, CallFigures::received),
            new Column("Połączenia poza godzinami pracy", "closedHours", Column.Kind.COUNT, CallFigures::closedHours),
            new Column("Połączenia skierowane do kolejki", "offered", Column.Kind.COUNT, CallFigures::offered),
            new Column("Połączenia odebrane", "answered", Column.Kind.COUNT, CallFigures::answered),
            new Column("Połączenia nieodebrane", "unanswered", Column.Kind.COUNT, CallFigures::unanswered),
            new Column("Odebrane wśród skierowanych do kolejki", "", Column.Kind.SHARE, Cover::answeredShare),
            new Column("Poziom obsługi", "serviceLevel", Column.Kind.SHARE, CallFigures::serviceLevel),
            new Column(
                    "Średni czas oczekiwania na odebranie",
                    "waitAnswered.mean",
                    Column.Kind.SECONDS,
                    figures -> figures.waitAnswered().mean()),
            new Column(
                    "Najdłuższy czas oczekiwania na odebranie",
                    "waitAnswered.max",
                    Column.Kind.SECONDS,
                    figures -> figures.waitAnswered().max()),
            new Column(
                    "Połączenia przerwane przez konsultanta",
                    "droppedByConsultant",
                    Column.Kind.COUNT,
                    CallFigures::droppedByConsultant),
            new Column("Czas rozmów", "talkSeconds", Column.Kind.SECONDS, CallFigures::talkSeconds));

    private Cover() {}

    private static @Nullable Number answeredShare(CallFigures figures) {
        return figures.offered() == 0
                ? null
                : BigDecimal.valueOf(figures.answered())
                        .divide(BigDecimal.valueOf(figures.offered()), SHARE_PLACES, RoundingMode.HALF_UP);
    }

    static void write(Report report, Page page) {
        page.title("Raport infolinii, " + report.period().name());
        page.next()
                .text("Od " + report.period().first() + " do " + report.period().last() + ", strefa czasowa "
                        + report.period().zone().getId());
        page.next();
        CallFigures before = report.before();
        page.next()
                .heading("Wskaźnik")
                .heading("W tym okresie")
                .heading("Miesiąc wcześniej")
                .heading("")
                .heading("Zmiana")
                .repeat(1);
        for (Column column : HEADLINES) {
            Function<CallFigures, @Nullable Number> value = column.value();
            Number now = value.apply(report.calls().total());
            Number then = before == null ? null : value.apply(before);
            page.next()
                    .text(column.title())
                    .number(now, column.kind())
                    .number(then, column.kind())
                    .text("")
                    .text(change(now, then, column.kind()));
        }
        page.next();
        page.next()
                .sentence("Poziom obsługi: odebrane w ciągu "
                        + report.thresholds().serviceLevel().toSeconds()
                        + " s, podzielone przez skierowane do kolejki bez porzuconych w tym czasie. Wszystkie wskaźniki opisuje arkusz"
                        + " Definicje.");
        page.next()
                .sentence(
                        report.calls().reconciliationCount() == 0
                                ? "Dziennik kolejek i rejestr centrali zgadzają się co do każdego połączenia."
                                : "Połączeń, w których dziennik kolejek i rejestr centrali się różnią: "
                                        + report.calls().reconciliationCount() + " (arkusz Uzgodnienie).");
        page.next().sentence("R4 Czat: brak danych.");
        page.next().sentence("R5 Formularz: brak danych.");
    }

    private static String change(@Nullable Number now, @Nullable Number then, Column.Kind kind) {
        if (now == null || then == null) {
            return "brak danych do porównania";
        }
        double difference = now.doubleValue() - then.doubleValue();
        if (difference == 0) {
            return "bez zmian";
        }
        String by = difference > 0 ? "więcej o " : "mniej o ";
        double size = Math.abs(difference);
        return by
                + switch (kind) {
                    case COUNT -> "%d%s".formatted((long) size, percent(size, then.doubleValue()));
                    case SECONDS ->
                        "%d:%02d:%02d%s"
                                .formatted(
                                        (long) size / 3_600,
                                        (long) size / 60 % 60,
                                        (long) size % 60,
                                        percent(size, then.doubleValue()));
                    case SHARE ->
                        BigDecimal.valueOf(size * 100)
                                        .setScale(2, RoundingMode.HALF_UP)
                                        .toPlainString()
                                        .replace('.', ',')
                                + " punktu procentowego";
                };
    }

    private static String percent(double size, double then) {
        return then == 0
                ? ""
                : " ("
                        + BigDecimal.valueOf(size * 100 / then)
                                .setScale(1, RoundingMode.HALF_UP)
                                .toPlainString()
                                .replace('.', ',')
                        + " %)";
    }
}
