package org.infolinia.reports.workbook;

import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.figures.Reconciliation.Kind;
import org.jspecify.annotations.Nullable;

/** The reconciliation in Polish, as the workbook shows it; the JSON has the words of figures.md. */
final class Wording {

    private static final String RECEIVED = "received";

    private Wording() {}

    static String of(Kind kind) {
        return switch (kind) {
            case ONLY_IN_CDR -> "tylko w rejestrze centrali";
            case ONLY_IN_QUEUE_LOG -> "tylko w dzienniku kolejek";
            case NO_ENTER_QUEUE -> "bez wejścia do kolejki";
            case CONVERSATION_WITHOUT_END -> "rozmowa bez końca";
        };
    }

    static String of(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "odebrane";
            case ABANDONED -> "porzucone";
            case TIMED_OUT -> "przekroczony czas oczekiwania";
            case EXITED_BY_KEY -> "opuszczone klawiszem";
            case REMOVED -> "usunięte z kolejki";
            case REFUSED -> "niewpuszczone do kolejki";
            case CLOSED_HOURS -> "poza godzinami pracy";
            case LEFT_IN_IVR -> "zakończone w menu";
            case NEVER_JOINED -> "bez wejścia do kolejki";
            case NOT_TAKEN -> "nieodebrane przez rozmówcę";
            case NOT_TOLD -> "bez śladu w dzienniku kolejek";
        };
    }

    /** What a source says of a call: its first word is an outcome, or that the call was received; any other stays. */
    static @Nullable String said(@Nullable String said) {
        int end = said == null ? -1 : said.indexOf(", ");
        if (said == null || end < 0) {
            return said;
        }
        String word = said.substring(0, end);
        String rest = said.substring(end);
        for (Outcome outcome : Outcome.values()) {
            if (outcome.spelled().equals(word)) {
                return of(outcome) + rest;
            }
        }
        return word.equals(RECEIVED) ? "przyjęte" + rest : said;
    }
}
