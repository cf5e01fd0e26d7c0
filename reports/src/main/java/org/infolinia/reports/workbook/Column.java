package org.infolinia.reports.workbook;

import java.util.List;
import java.util.function.Function;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * One figure as a column.
 *
 * @param title what people read
 * @param field its name in figures.md and in the JSON, shown below the title
 * @param kind  how its cells look
 * @param value the figure; null leaves the cell empty
 */
record Column(Words title, String field, Kind kind, Function<CallFigures, @Nullable Number> value) {

    /** How cells look. */
    enum Kind {
        COUNT,
        /** Whole seconds, shown as hours, minutes and seconds. */
        SECONDS,
        SHARE
    }

    static final List<Column> R1 = List.of(
            count("Przyjęte przez centralę", "Received by the exchange", "received", CallFigures::received),
            count("Poza godzinami pracy", "Outside opening hours", "closedHours", CallFigures::closedHours),
            count("Zakończone w menu", "Ended in the menu", "leftInIvr", CallFigures::leftInIvr),
            count("Niewpuszczone do kolejki", "Refused by the queue", "refused", CallFigures::refused),
            count("Skierowane do kolejki", "Offered to a queue", "offered", CallFigures::offered),
            count("Odebrane", "Answered", "answered", CallFigures::answered),
            count("Nieodebrane", "Unanswered", "unanswered", CallFigures::unanswered),
            count("Porzucone", "Abandoned", "abandoned", CallFigures::abandoned),
            count(
                    "w tym porzucone od razu",
                    "of these abandoned at once",
                    "abandonedShort",
                    CallFigures::abandonedShort),
            count("Przekroczony czas oczekiwania", "Timed out", "timedOut", CallFigures::timedOut),
            count("Opuszczone klawiszem", "Left by key", "exitedByKey", CallFigures::exitedByKey),
            count("Usunięte z kolejki", "Removed from the queue", "removed", CallFigures::removed),
            seconds("Czas rozmów", "Talk time", "talkSeconds", CallFigures::talkSeconds),
            count("Różnica: kolejka", "Difference: queue", "offeredDifference", CallFigures::offeredDifference),
            count("Różnica: centrala", "Difference: exchange", "receivedDifference", CallFigures::receivedDifference));

    static final List<Column> R2 = List.of(
            count("Odebrane", "Answered", "answered", CallFigures::answered),
            seconds(
                    "Odebrane: średnia",
                    "Answered: mean",
                    "waitAnswered.mean",
                    f -> f.waitAnswered().mean()),
            seconds(
                    "Odebrane: mediana",
                    "Answered: median",
                    "waitAnswered.median",
                    f -> f.waitAnswered().median()),
            seconds(
                    "Odebrane: 90. percentyl",
                    "Answered: 90th percentile",
                    "waitAnswered.p90",
                    f -> f.waitAnswered().p90()),
            seconds(
                    "Odebrane: najdłużej",
                    "Answered: longest",
                    "waitAnswered.max",
                    f -> f.waitAnswered().max()),
            count("Porzucone", "Abandoned", "abandoned", CallFigures::abandoned),
            seconds(
                    "Porzucone: średnia",
                    "Abandoned: mean",
                    "waitAbandoned.mean",
                    f -> f.waitAbandoned().mean()),
            seconds(
                    "Porzucone: mediana",
                    "Abandoned: median",
                    "waitAbandoned.median",
                    f -> f.waitAbandoned().median()),
            seconds(
                    "Porzucone: 90. percentyl",
                    "Abandoned: 90th percentile",
                    "waitAbandoned.p90",
                    f -> f.waitAbandoned().p90()),
            seconds(
                    "Porzucone: najdłużej",
                    "Abandoned: longest",
                    "waitAbandoned.max",
                    f -> f.waitAbandoned().max()),
            share("Poziom obsługi", "Service level", "serviceLevel", CallFigures::serviceLevel),
            share(
                    "Poziom obsługi wśród odebranych",
                    "Service level among answered",
                    "serviceLevelAnswered",
                    CallFigures::serviceLevelAnswered));

    static final List<Column> R3 = List.of(
            count(
                    "Przerwane przez konsultanta",
                    "Dropped by the consultant",
                    "droppedByConsultant",
                    CallFigures::droppedByConsultant),
            count("Odrzucone propozycje", "Rejected offers", "rejectedOffers", CallFigures::rejectedOffers),
            count("Połączenia z odrzuceniem", "Calls with a rejection", "rejectedCalls", CallFigures::rejectedCalls),
            count("Zrzucone przy zapowiedzi", "Dumped at the announcement", "dumped", CallFigures::dumped),
            count(
                    "Rozłączone zaraz po odebraniu",
                    "Hung up right after the answer",
                    "hungUpEarly",
                    CallFigures::hungUpEarly),
            count("Nieodebrane propozycje", "Missed offers", "missedOffers", CallFigures::missedOffers),
            count(
                    "Zakończone przez konsultanta",
                    "Ended by the consultant",
                    "endedByConsultant",
                    CallFigures::endedByConsultant));

    private static Column count(
            String polish, String english, String field, Function<CallFigures, @Nullable Number> value) {
        return new Column(new Words(polish, english), field, Kind.COUNT, value);
    }

    private static Column seconds(
            String polish, String english, String field, Function<CallFigures, @Nullable Number> value) {
        return new Column(new Words(polish, english), field, Kind.SECONDS, value);
    }

    private static Column share(
            String polish, String english, String field, Function<CallFigures, @Nullable Number> value) {
        return new Column(new Words(polish, english), field, Kind.SHARE, value);
    }
}
