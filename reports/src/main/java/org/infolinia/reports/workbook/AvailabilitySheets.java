package org.infolinia.reports.workbook;

import java.util.List;
import java.util.Map;
import org.infolinia.reports.Report;
import org.infolinia.reports.availability.ConsultantFigures;
import org.infolinia.reports.availability.Coverage;
import org.infolinia.reports.availability.Presence;
import org.infolinia.reports.availability.PresenceDay;
import org.infolinia.reports.words.ReportLanguage;

/** Writes the two sheets of R6: consultants, coverage. */
final class AvailabilitySheets {

    static final int[] CONSULTANT_WIDTHS = {24, 14, 12, 12, 12, 14, 12, 12, 11, 60};
    static final int[] COVERAGE_WIDTHS = {14, 16, 22, 22, 22, 22, 22};

    private static final int HEADER_ROWS = 4;

    private final Report report;
    private final ReportLanguage language;

    AvailabilitySheets(Report report, ReportLanguage language) {
        this.report = report;
        this.language = language;
    }

    void writeConsultants(Page page) {
        page.title(language.say("Dostępność konsultantów, ", "Availability of consultants, ")
                + report.period().named(language));
        page.next()
                .text(language.say("Strefa czasowa: ", "Time zone: ")
                        + report.period().zone().getId());
        page.next()
                .heading(language.say("Konsultant", "Consultant"))
                .heading(language.say("Dzień", "Day"))
                .heading(language.say("Zalogowany", "Signed in"))
                .heading(language.say("Dostępny", "Available"))
                .heading(language.say("Rozmowy", "Talking"))
                .heading(language.say("Praca po rozmowie", "After-call work"))
                .heading(language.say("Przerwy", "Breaks"))
                .heading(language.say("Zajętość", "Occupancy"))
                .heading(language.say("Szacunek", "Estimate"))
                .heading(language.say("Przerwy według powodu", "Breaks by reason"));
        page.next()
                .field("consultant")
                .field("date")
                .field("loggedIn")
                .field("available")
                .field("talking")
                .field("afterCall")
                .field("paused")
                .field("occupancy")
                .field("estimated")
                .field("paused");
        page.repeat(HEADER_ROWS).next();
        page.freezeAbove();
        if (report.availability().consultants().isEmpty()) {
            page.text(language.say("Nikt nie był zalogowany.", "Nobody was signed in."));
        }
        for (ConsultantFigures consultant : report.availability().consultants()) {
            for (PresenceDay day : consultant.days()) {
                if (day.presence().loggedIn() > 0 || day.presence().talking() > 0) {
                    page.text(consultant.consultant()).date(day.date());
                    row(page, day.presence());
                    page.next();
                }
            }
            page.heading(consultant.consultant()).heading(language.say("Razem", "Total"));
            row(page, consultant.total());
            page.next().next();
        }
    }

    private void row(Page page, Presence presence) {
        page.number(presence.loggedIn(), Column.Kind.SECONDS)
                .number(presence.available(), Column.Kind.SECONDS)
                .number(presence.talking(), Column.Kind.SECONDS)
                .number(presence.afterCall(), Column.Kind.SECONDS)
                .number(presence.pausedSeconds(), Column.Kind.SECONDS)
                .number(presence.occupancy(), Column.Kind.SHARE)
                .text(presence.estimated() ? language.say("tak", "yes") : "")
                .text(reasons(presence.paused()));
    }

    /** Such as {@code lunch 0:30:00, training 1:00:00}. */
    private String reasons(Map<String, Long> paused) {
        StringBuilder told = new StringBuilder();
        paused.forEach((reason, seconds) -> told.append(told.length() == 0 ? "" : ", ")
                .append(reason.equals("none") ? language.say("bez powodu", "no reason") : reason)
                .append(' ')
                .append(Wording.duration(seconds)));
        return told.toString();
    }

    /** @param chart to be drawn below the days */
    void writeCoverage(Page page, Chart chart) {
        page.title(language.say("Obsada w godzinach pracy, ", "Coverage of the opening hours, ")
                + report.period().named(language));
        page.next()
                .sentence(language.say(
                        "Część godzin pracy, w której nie miało przerwy co najmniej tylu konsultantów; wymaganych jest"
                                + " sześciu. Puste pole: infolinia była nieczynna albo dziennik tam nie sięga.",
                        "Share of the opening hours in which at least so many consultants were not on a break; six are"
                                + " required. Empty: the hotline was closed, or the log does not go there."));
        String one = language.say("Co najmniej 1 konsultant", "At least 1 consultant");
        String six = language.say("Co najmniej 6 konsultantów", "At least 6 consultants");
        page.next()
                .heading(language.say("Dzień", "Day"))
                .heading(language.say("Godziny pracy", "Opening hours"))
                .heading(one)
                .heading(six);
        page.next().field("date").field("openSeconds").field("atLeastOne").field("atLeastSix");
        page.repeat(HEADER_ROWS).next();
        page.freezeAbove();
        List<Coverage> days = report.availability().coverage();
        for (Coverage day : days) {
            page.date(day.date())
                    .number(day.openSeconds(), Column.Kind.SECONDS)
                    .number(day.atLeastOne(), Column.Kind.SHARE)
                    .number(day.atLeastSix(), Column.Kind.SHARE)
                    .next();
        }
        if (days.isEmpty()) {
            page.text(language.say(
                    "Brak danych: godziny pracy nie są znane (hotline.xml).",
                    "No data: the opening hours are not known (hotline.xml)."));
            return;
        }
        chart.with(one, 2, days.stream().map(Coverage::atLeastOne).toList())
                .with(six, 3, days.stream().map(Coverage::atLeastSix).toList())
                .drawLines(language.say("Obsada według dni", "Coverage by day"), page.rows(), Column.Kind.SHARE);
    }
}
