package org.infolinia.reports.workbook;

import java.util.Map;
import org.infolinia.reports.Report;
import org.infolinia.reports.availability.ConsultantFigures;
import org.infolinia.reports.availability.Coverage;
import org.infolinia.reports.availability.Presence;
import org.infolinia.reports.availability.PresenceDay;

/** Writes the two sheets of R6: consultants, coverage. */
final class AvailabilitySheets {

    private static final int HEADER_ROWS = 4;

    private AvailabilitySheets() {}

    /** Makes a sheet. */
    interface Sheets {
        Page page(String name, int... widths);
    }

    static void write(Report report, Sheets sheets) {
        consultants(report, sheets.page("R6 Konsultanci", 24, 14, 12, 12, 12, 14, 12, 12, 11, 60));
        coverage(report, sheets.page("R6 Obsada", 14, 16, 22, 22));
    }

    private static void consultants(Report report, Page page) {
        page.title("Dostępność konsultantów, " + report.period().name());
        page.next().text("Strefa czasowa: " + report.period().zone().getId());
        page.next()
                .heading("Konsultant")
                .heading("Dzień")
                .heading("Zalogowany")
                .heading("Dostępny")
                .heading("Rozmowy")
                .heading("Praca po rozmowie")
                .heading("Przerwy")
                .heading("Zajętość")
                .heading("Szacunek")
                .heading("Przerwy według powodu");
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
            page.text("Nikt nie był zalogowany.");
        }
        for (ConsultantFigures consultant : report.availability().consultants()) {
            for (PresenceDay day : consultant.days()) {
                if (day.presence().loggedIn() > 0 || day.presence().talking() > 0) {
                    page.text(consultant.consultant()).date(day.date());
                    row(page, day.presence());
                    page.next();
                }
            }
            page.heading(consultant.consultant()).heading("Razem");
            row(page, consultant.total());
            page.next().next();
        }
    }

    private static void row(Page page, Presence presence) {
        page.number(presence.loggedIn(), Column.Kind.SECONDS)
                .number(presence.available(), Column.Kind.SECONDS)
                .number(presence.talking(), Column.Kind.SECONDS)
                .number(presence.afterCall(), Column.Kind.SECONDS)
                .number(presence.pausedSeconds(), Column.Kind.SECONDS)
                .number(presence.occupancy(), Column.Kind.SHARE)
                .text(presence.estimated() ? "tak" : "")
                .text(reasons(presence.paused()));
    }

    /** Such as {@code lunch 0:30:00, training 1:00:00}. */
    private static String reasons(Map<String, Long> paused) {
        StringBuilder told = new StringBuilder();
        paused.forEach((reason, seconds) -> told.append(told.length() == 0 ? "" : ", ")
                .append(reason.equals("none") ? "bez powodu" : reason)
                .append(' ')
                .append("%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60)));
        return told.toString();
    }

    private static void coverage(Report report, Page page) {
        page.title("Obsada w godzinach pracy, " + report.period().name());
        page.next().text("Strefa czasowa: " + report.period().zone().getId());
        page.next()
                .heading("Dzień")
                .heading("Godziny pracy")
                .heading("Co najmniej 1 konsultant")
                .heading("Co najmniej 6 konsultantów");
        page.next().field("date").field("openSeconds").field("atLeastOne").field("atLeastSix");
        page.repeat(HEADER_ROWS).next();
        page.freezeAbove();
        for (Coverage day : report.availability().coverage()) {
            page.date(day.date())
                    .number(day.openSeconds(), Column.Kind.SECONDS)
                    .number(day.atLeastOne(), Column.Kind.SHARE)
                    .number(day.atLeastSix(), Column.Kind.SHARE)
                    .next();
        }
    }
}
