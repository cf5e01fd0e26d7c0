package org.infolinia.reports.workbook;

import java.util.List;
import org.infolinia.hotline.Thresholds;

/**
 * What a figure means, for whoever reads the workbook.
 *
 * @param title   as above its column
 * @param field   as in figures.md
 * @param meaning one sentence, with its threshold
 */
record Definition(String title, String field, String meaning) {

    static List<Definition> all(Thresholds thresholds) {
        long level = thresholds.serviceLevel().toSeconds();
        long early = thresholds.hungUpEarly().toSeconds();
        long shortest = thresholds.abandonedShort().toSeconds();
        return List.of(
                of("Połączenie", "", "jedna wizyta dzwoniącego, liczona raz; należy do dnia, w którym nadeszła"),
                of("Przyjęte przez centralę", "received", "połączenia przychodzące według CDR, liczone raz"),
                of("Poza godzinami pracy", "closedHours", "odprawione, bo infolinia była zamknięta"),
                of("Zakończone w menu", "leftInIvr", "zakończone w godzinach pracy przed jakąkolwiek kolejką"),
                of("Niewpuszczone do kolejki", "refused", "kolejka była pełna albo nikt nie był zalogowany"),
                of("Skierowane do kolejki", "offered", "weszły do kolejki co najmniej raz"),
                of("Odebrane", "answered", "skierowane do kolejki i połączone z konsultantem"),
                of("Nieodebrane", "unanswered", "skierowane do kolejki i niepołączone z nikim"),
                of("Porzucone", "abandoned", "dzwoniący rozłączył się, czekając"),
                of("w tym porzucone od razu", "abandonedShort", "porzucone w ciągu " + shortest + " s"),
                of("Przekroczony czas oczekiwania", "timedOut", "minął najdłuższy czas oczekiwania"),
                of("Opuszczone klawiszem", "exitedByKey", "dzwoniący wyszedł klawiszem, np. po oddzwonienie"),
                of("Usunięte z kolejki", "removed", "wyjęte z kolejki albo bez żadnego zakończenia"),
                of(
                        "Czas oczekiwania",
                        "waitAnswered, waitAbandoned",
                        "od pierwszego wejścia do kolejki do połączenia albo rozłączenia; średnia zaokrąglona, mediana"
                                + " i 90. percentyl metodą najbliższej rangi"),
                of(
                        "Poziom obsługi",
                        "serviceLevel",
                        "odebrane w ciągu " + level + " s ÷ (skierowane − porzucone w ciągu " + level + " s)"),
                of(
                        "Poziom obsługi wśród odebranych",
                        "serviceLevelAnswered",
                        "odebrane w ciągu " + level + " s ÷ odebrane"),
                of("Czas rozmów", "talkSeconds", "suma rozmów połączenia, od połączenia z konsultantem do końca"),
                of(
                        "Przerwane przez konsultanta",
                        "droppedByConsultant",
                        "połączenia z odrzuceniem, zrzuceniem albo rozłączeniem zaraz po odebraniu; każde raz"),
                of(
                        "Odrzucone propozycje",
                        "rejectedOffers",
                        "telefon dzwonił krócej niż czas dzwonienia kolejki, choć nie minął najdłuższy czas oczekiwania"),
                of("Połączenia z odrzuceniem", "rejectedCalls", "połączenia, które ktoś odrzucił; każde raz"),
                of("Zrzucone przy zapowiedzi", "dumped", "konsultant rozłączył się podczas zapowiedzi"),
                of(
                        "Rozłączone zaraz po odebraniu",
                        "hungUpEarly",
                        "konsultant rozłączył się w ciągu " + early + " s od odebrania"),
                of(
                        "Nieodebrane propozycje",
                        "missedOffers",
                        "telefon dzwonił przez cały czas dzwonienia kolejki albo do końca najdłuższego czasu oczekiwania"),
                of("Zakończone przez konsultanta", "endedByConsultant", "każda rozmowa zakończona przez konsultanta"),
                of("Zalogowany", "loggedIn", "od wejścia do pierwszej kolejki do wyjścia z ostatniej"),
                of("Dostępny", "available", "zalogowany, bez przerwy i bez pracy po rozmowie"),
                of("Rozmowy", "talking", "od połączenia z dzwoniącym do końca rozmowy"),
                of("Praca po rozmowie", "afterCall", "przerwa z powodem aftercall; nie wlicza się do przerw"),
                of("Przerwy", "paused", "przerwa we wszystkich swoich kolejkach naraz, według powodu"),
                of("Zajętość", "occupancy", "(rozmowy + praca po rozmowie) ÷ (zalogowany − przerwy)"),
                of(
                        "Szacunek",
                        "estimated",
                        "w dzienniku brakuje zalogowania albo wylogowania: czas liczony od pierwszego śladu albo do końca"
                                + " dziennika"),
                of(
                        "Obsada",
                        "atLeastOne, atLeastSix",
                        "część godzin pracy, w której co najmniej jeden albo co najmniej sześciu konsultantów nie miało"
                                + " przerwy"));
    }

    private static Definition of(String title, String field, String meaning) {
        return new Definition(title, field, meaning);
    }
}
