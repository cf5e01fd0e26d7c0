package org.infolinia.reports.workbook;

import java.util.List;
import java.util.function.Function;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.TelephoneFigures;
import org.infolinia.reports.words.ReportLanguage;
import org.jspecify.annotations.Nullable;

/** Writes how the figures add up. */
final class Sums {

    private final TelephoneFigures calls;
    private final ReportLanguage language;

    Sums(Report report, ReportLanguage language) {
        this.calls = report.calls();
        this.language = language;
    }

    /** Both lines of figures.md, with their differences over the whole period and the days where they are not 0. */
    void write(Page page) {
        sum(
                page.next(),
                language.say(
                        "Skierowane do kolejki − (odebrane + porzucone + przekroczony czas + opuszczone klawiszem +"
                                + " usunięte)",
                        "Offered − (answered + abandoned + timed out + left by key + removed)"),
                CallFigures::offeredDifference);
        sum(
                page.next(),
                language.say(
                        "Przyjęte − (poza godzinami + zakończone w menu + niewpuszczone + skierowane do kolejki)",
                        "Received − (outside opening hours + ended in the menu + refused + offered)"),
                CallFigures::receivedDifference);
    }

    private void sum(Page page, String line, Function<CallFigures, @Nullable Long> difference) {
        Long whole = difference.apply(calls.total());
        List<String> days = calls.days().stream()
                .filter(day -> {
                    Long one = difference.apply(day.figures());
                    return one != null && one != 0;
                })
                .map(day -> day.date().toString())
                .toList();
        page.number(whole, Column.Kind.COUNT)
                .sentence(line
                        + (whole == null
                                ? language.say(": brak danych z centrali (CDR)", ": no data, as there is no CDR")
                                : " = " + whole));
        if (!days.isEmpty()) {
            page.next()
                    .text(language.say("niezgodne dni:", "days that differ:"))
                    .sentence(String.join(", ", days));
        }
    }
}
