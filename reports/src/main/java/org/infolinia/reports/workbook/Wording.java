package org.infolinia.reports.workbook;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.figures.Reconciliation.Kind;
import org.infolinia.reports.words.ReportLanguage;
import org.jspecify.annotations.Nullable;

/** What logs and figures say, in the workbook's language; the JSON has the words of figures.md. */
final class Wording {

    private static final String RECEIVED = "received";

    /** Why lines could not be read, in Polish. */
    private static final List<Reason> REASONS = List.of(
            reason("fewer than five columns", "mniej niż pięć kolumn"),
            reason("the last line has no line end", "ostatni wiersz jest urwany"),
            reason("not a call detail record of cdr_csv", "to nie jest wiersz rejestru połączeń (cdr_csv)"),
            reason("the event is not a word in capitals", "zdarzenie nie jest słowem z wielkich liter"),
            reason(
                    "NONE where the event should be; two lines may have run into one",
                    "NONE w miejscu zdarzenia; może dwa wiersze zlały się w jeden"),
            reason(
                    "(\\w+) with more columns than it has; two lines may have run into one",
                    "$1 ma więcej kolumn niż powinno; może dwa wiersze zlały się w jeden"),
            reason(
                    "(\\w+) without its wait, talk and place; two lines may have run into one",
                    "$1 bez czasu czekania, czasu rozmowy i miejsca; może dwa wiersze zlały się w jeden"),
            reason("no call id where (\\w+) needs one", "brak identyfikatora połączenia, którego wymaga $1"),
            reason("RINGNOANSWER without its milliseconds", "RINGNOANSWER bez czasu dzwonienia"),
            reason("does not begin with a time stamp of ten digits", "na początku nie ma czasu z dziesięciu cyfr"),
            reason("longer than (\\d+) bytes", "dłuższy niż $1 bajtów"),
            reason("the file breaks off: (.*)", "plik się urywa: $1"));

    private final ReportLanguage language;

    private record Reason(Pattern english, String polish) {}

    private static Reason reason(String english, String polish) {
        return new Reason(Pattern.compile(english), polish);
    }

    Wording(ReportLanguage language) {
        this.language = language;
    }

    String of(Kind kind) {
        return switch (kind) {
            case ONLY_IN_CDR -> language.say("tylko w rejestrze centrali", "only in the CDR");
            case ONLY_IN_QUEUE_LOG -> language.say("tylko w dzienniku kolejek", "only in the queue log");
            case NO_ENTER_QUEUE -> language.say("bez wejścia do kolejki", "never joined a queue");
            case CONVERSATION_WITHOUT_END -> language.say("rozmowa bez końca", "conversation without an end");
        };
    }

    String of(Outcome outcome) {
        if (language == ReportLanguage.ENGLISH) {
            return outcome.spelled();
        }
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

    String of(CallKind kind) {
        return switch (kind) {
            case INBOUND -> language.say("przychodzące", "inbound");
            case CALL_BACK -> language.say("oddzwonienie", "call back");
            case OUTBOUND -> language.say("wychodzące", "outbound");
        };
    }

    /** Who ended each conversation: words of the log, a space between. */
    String endedBy(String words) {
        if (language == ReportLanguage.ENGLISH) {
            return words;
        }
        return words.replace("caller", "dzwoniący")
                .replace("consultant", "konsultant")
                .replace("transfer", "przekazanie")
                .replace("unknown", "nieznane");
    }

    String yes(boolean is) {
        return is ? language.say("tak", "yes") : language.say("nie", "no");
    }

    /** What a source says of a call: its first word is an outcome, or that the call was received; any other stays. */
    @Nullable
    String said(@Nullable String said) {
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
        return word.equals(RECEIVED) ? language.say("przyjęte", RECEIVED) + rest : said;
    }

    /** Why a line could not be read; a reason that is not known stays as it is. */
    String reason(String reason) {
        if (language == ReportLanguage.POLISH) {
            for (Reason known : REASONS) {
                var match = known.english.matcher(reason);
                if (match.matches()) {
                    return match.replaceFirst(known.polish);
                }
            }
        }
        return reason;
    }

    /** A length of time within a sentence. */
    static String duration(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
