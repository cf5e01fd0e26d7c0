package org.infolinia.reports.workbook;

import java.util.List;
import org.infolinia.hotline.Thresholds;
import org.infolinia.reports.words.Words;

/**
 * What a figure means, for whoever reads the workbook.
 *
 * @param title   as above its column
 * @param field   as in figures.md
 * @param meaning one sentence, with its threshold
 */
record Definition(Words title, String field, Words meaning) {

    static List<Definition> all(Thresholds thresholds) {
        long level = thresholds.serviceLevel().toSeconds();
        long early = thresholds.hungUpEarly().toSeconds();
        long shortest = thresholds.abandonedShort().toSeconds();
        return List.of(
                of(
                        "Połączenie",
                        "Call",
                        "",
                        "jedna wizyta dzwoniącego, liczona raz; należy do dnia, w którym nadeszła",
                        "one caller's visit, counted once; it belongs to the day on which it arrived"),
                of(
                        "Przyjęte przez centralę",
                        "Received by the exchange",
                        "received",
                        "połączenia przychodzące według CDR, liczone raz",
                        "inbound calls by the CDR, each counted once"),
                of(
                        "Poza godzinami pracy",
                        "Outside opening hours",
                        "closedHours",
                        "odprawione, bo infolinia była zamknięta",
                        "turned away because the hotline was closed"),
                of(
                        "Zakończone w menu",
                        "Ended in the menu",
                        "leftInIvr",
                        "zakończone w godzinach pracy przed jakąkolwiek kolejką",
                        "ended in opening hours before any queue"),
                of(
                        "Niewpuszczone do kolejki",
                        "Refused by the queue",
                        "refused",
                        "kolejka była pełna albo nikt nie był zalogowany",
                        "the queue was full, or nobody was signed in"),
                of(
                        "Skierowane do kolejki",
                        "Offered to a queue",
                        "offered",
                        "weszły do kolejki co najmniej raz",
                        "joined a queue at least once"),
                of(
                        "Odebrane",
                        "Answered",
                        "answered",
                        "skierowane do kolejki i połączone z konsultantem",
                        "offered to a queue and joined with a consultant"),
                of(
                        "Nieodebrane",
                        "Unanswered",
                        "unanswered",
                        "skierowane do kolejki i niepołączone z nikim",
                        "offered to a queue and joined with nobody"),
                of(
                        "Porzucone",
                        "Abandoned",
                        "abandoned",
                        "dzwoniący rozłączył się, czekając",
                        "the caller hung up while waiting"),
                of(
                        "w tym porzucone od razu",
                        "of these abandoned at once",
                        "abandonedShort",
                        "porzucone w ciągu " + shortest + " s",
                        "abandoned within " + shortest + " s"),
                of(
                        "Przekroczony czas oczekiwania",
                        "Timed out",
                        "timedOut",
                        "minął najdłuższy czas oczekiwania",
                        "the longest wait was over"),
                of(
                        "Opuszczone klawiszem",
                        "Left by key",
                        "exitedByKey",
                        "dzwoniący wyszedł klawiszem, np. po oddzwonienie",
                        "the caller left by a key, for a call back, say"),
                of(
                        "Usunięte z kolejki",
                        "Removed from the queue",
                        "removed",
                        "wyjęte z kolejki albo bez żadnego zakończenia",
                        "taken out of the queue, or without any ending"),
                of(
                        "Czas oczekiwania",
                        "Wait",
                        "waitAnswered, waitAbandoned",
                        "od pierwszego wejścia do kolejki do połączenia albo rozłączenia; średnia zaokrąglona, mediana"
                                + " i 90. percentyl metodą najbliższej rangi",
                        "from first joining a queue to the answer or to hanging up; mean rounded, median and 90th percentile by"
                                + " nearest rank"),
                of(
                        "Poziom obsługi",
                        "Service level",
                        "serviceLevel",
                        "odebrane w ciągu " + level + " s ÷ (skierowane − porzucone w ciągu " + level + " s)",
                        "answered within " + level + " s ÷ (offered − abandoned within " + level + " s)"),
                of(
                        "Poziom obsługi wśród odebranych",
                        "Service level among answered",
                        "serviceLevelAnswered",
                        "odebrane w ciągu " + level + " s ÷ odebrane",
                        "answered within " + level + " s ÷ answered"),
                of(
                        "Czas rozmów",
                        "Talk time",
                        "talkSeconds",
                        "suma rozmów połączenia, od połączenia z konsultantem do końca",
                        "sum of a call's conversations, each from the answer to its end"),
                of(
                        "Przerwane przez konsultanta",
                        "Dropped by the consultant",
                        "droppedByConsultant",
                        "połączenia z odrzuceniem, zrzuceniem albo rozłączeniem zaraz po odebraniu; każde raz",
                        "calls with a rejected offer, a dump, or a hang-up right after the answer; each once"),
                of(
                        "Odrzucone propozycje",
                        "Rejected offers",
                        "rejectedOffers",
                        "telefon dzwonił krócej niż czas dzwonienia kolejki, choć nie minął najdłuższy czas oczekiwania",
                        "the telephone rang for less than the queue's ring time, though the longest wait was not over"),
                of(
                        "Połączenia z odrzuceniem",
                        "Calls with a rejection",
                        "rejectedCalls",
                        "połączenia, które ktoś odrzucił; każde raz",
                        "calls that somebody rejected; each once"),
                of(
                        "Zrzucone przy zapowiedzi",
                        "Dumped at the announcement",
                        "dumped",
                        "konsultant rozłączył się podczas zapowiedzi",
                        "the consultant hung up during the announcement to them"),
                of(
                        "Rozłączone zaraz po odebraniu",
                        "Hung up right after the answer",
                        "hungUpEarly",
                        "konsultant rozłączył się w ciągu " + early + " s od odebrania",
                        "the consultant hung up within " + early + " s of the answer"),
                of(
                        "Nieodebrane propozycje",
                        "Missed offers",
                        "missedOffers",
                        "telefon dzwonił przez cały czas dzwonienia kolejki albo do końca najdłuższego czasu oczekiwania",
                        "the telephone rang for the queue's whole ring time, or to the end of the longest wait"),
                of(
                        "Zakończone przez konsultanta",
                        "Ended by the consultant",
                        "endedByConsultant",
                        "każda rozmowa zakończona przez konsultanta",
                        "every conversation that the consultant ended"),
                of(
                        "Zalogowany",
                        "Signed in",
                        "loggedIn",
                        "od wejścia do pierwszej kolejki do wyjścia z ostatniej",
                        "from joining the first queue to leaving the last"),
                of(
                        "Dostępny",
                        "Available",
                        "available",
                        "zalogowany, bez przerwy i bez pracy po rozmowie",
                        "signed in, neither on a break nor in after-call work"),
                of(
                        "Rozmowy",
                        "Talking",
                        "talking",
                        "od połączenia z dzwoniącym do końca rozmowy",
                        "from the answer to the end of each conversation"),
                of(
                        "Praca po rozmowie",
                        "After-call work",
                        "afterCall",
                        "przerwa z powodem aftercall; nie wlicza się do przerw",
                        "a pause with the reason aftercall; not counted among breaks"),
                of(
                        "Przerwy",
                        "Breaks",
                        "paused",
                        "przerwa we wszystkich swoich kolejkach naraz, według powodu",
                        "paused in all of one's queues at once, by reason"),
                of(
                        "Zajętość",
                        "Occupancy",
                        "occupancy",
                        "(rozmowy + praca po rozmowie) ÷ (zalogowany − przerwy)",
                        "(talking + after-call work) ÷ (signed in − breaks)"),
                of(
                        "Szacunek",
                        "Estimate",
                        "estimated",
                        "w dzienniku brakuje zalogowania albo wylogowania: czas liczony od pierwszego śladu albo do końca"
                                + " dziennika",
                        "the log lacks the sign-in or sign-out: time is counted from the first trace, or to the end of the log"),
                of(
                        "Obsada",
                        "Coverage",
                        "atLeastOne, atLeastSix",
                        "część godzin pracy, w której co najmniej jeden albo co najmniej sześciu konsultantów nie miało"
                                + " przerwy",
                        "share of the opening hours in which at least one, or at least six, consultants were not on a break"));
    }

    private static Definition of(String polish, String english, String field, String sense, String meaning) {
        return new Definition(new Words(polish, english), field, new Words(sense, meaning));
    }
}
