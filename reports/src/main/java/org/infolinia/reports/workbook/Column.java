package org.infolinia.reports.workbook;

import java.util.List;
import java.util.function.Function;
import org.infolinia.reports.figures.CallFigures;
import org.jspecify.annotations.Nullable;

/**
 * One figure as a column.
 *
 * @param title what people read
 * @param field its name in figures.md and in the JSON, shown below the title
 * @param kind  how its cells look
 * @param value the figure; null leaves the cell empty
 */
record Column(String title, String field, Kind kind, Function<CallFigures, @Nullable Number> value) {

    /** How cells look. */
    enum Kind {
        COUNT,
        /** Whole seconds, shown as hours, minutes and seconds. */
        SECONDS,
        SHARE
    }

    static final List<Column> R1 = List.of(
            count("Przyjęte przez centralę", "received", CallFigures::received),
            count("Poza godzinami pracy", "closedHours", CallFigures::closedHours),
            count("Zakończone w menu", "leftInIvr", CallFigures::leftInIvr),
            count("Niewpuszczone do kolejki", "refused", CallFigures::refused),
            count("Skierowane do kolejki", "offered", CallFigures::offered),
            count("Odebrane", "answered", CallFigures::answered),
            count("Nieodebrane", "unanswered", CallFigures::unanswered),
            count("Porzucone", "abandoned", CallFigures::abandoned),
            count("w tym porzucone od razu", "abandonedShort", CallFigures::abandonedShort),
            count("Przekroczony czas oczekiwania", "timedOut", CallFigures::timedOut),
            count("Opuszczone klawiszem", "exitedByKey", CallFigures::exitedByKey),
            count("Usunięte z kolejki", "removed", CallFigures::removed),
            seconds("Czas rozmów", "talkSeconds", CallFigures::talkSeconds),
            count("Różnica: kolejka", "offeredDifference", CallFigures::offeredDifference),
            count("Różnica: centrala", "receivedDifference", CallFigures::receivedDifference));

    static final List<Column> R2 = List.of(
            count("Odebrane", "answered", CallFigures::answered),
            seconds(
                    "Odebrane: średnia",
                    "waitAnswered.mean",
                    f -> f.waitAnswered().mean()),
            seconds(
                    "Odebrane: mediana",
                    "waitAnswered.median",
                    f -> f.waitAnswered().median()),
            seconds(
                    "Odebrane: 90. percentyl",
                    "waitAnswered.p90",
                    f -> f.waitAnswered().p90()),
            seconds(
                    "Odebrane: najdłużej",
                    "waitAnswered.max",
                    f -> f.waitAnswered().max()),
            count("Porzucone", "abandoned", CallFigures::abandoned),
            seconds(
                    "Porzucone: średnia",
                    "waitAbandoned.mean",
                    f -> f.waitAbandoned().mean()),
            seconds(
                    "Porzucone: mediana",
                    "waitAbandoned.median",
                    f -> f.waitAbandoned().median()),
            seconds(
                    "Porzucone: 90. percentyl",
                    "waitAbandoned.p90",
                    f -> f.waitAbandoned().p90()),
            seconds(
                    "Porzucone: najdłużej",
                    "waitAbandoned.max",
                    f -> f.waitAbandoned().max()),
            share("Poziom obsługi", "serviceLevel", CallFigures::serviceLevel),
            share("Poziom obsługi wśród odebranych", "serviceLevelAnswered", CallFigures::serviceLevelAnswered));

    static final List<Column> R3 = List.of(
            count("Przerwane przez konsultanta", "droppedByConsultant", CallFigures::droppedByConsultant),
            count("Odrzucone propozycje", "rejectedOffers", CallFigures::rejectedOffers),
            count("Połączenia z odrzuceniem", "rejectedCalls", CallFigures::rejectedCalls),
            count("Zrzucone przy zapowiedzi", "dumped", CallFigures::dumped),
            count("Rozłączone zaraz po odebraniu", "hungUpEarly", CallFigures::hungUpEarly),
            count("Nieodebrane propozycje", "missedOffers", CallFigures::missedOffers),
            count("Zakończone przez konsultanta", "endedByConsultant", CallFigures::endedByConsultant));

    private static Column count(String title, String field, Function<CallFigures, @Nullable Number> value) {
        return new Column(title, field, Kind.COUNT, value);
    }

    private static Column seconds(String title, String field, Function<CallFigures, @Nullable Number> value) {
        return new Column(title, field, Kind.SECONDS, value);
    }

    private static Column share(String title, String field, Function<CallFigures, @Nullable Number> value) {
        return new Column(title, field, Kind.SHARE, value);
    }
}
