package org.infolinia.reports.workbook;

import java.util.Map;
import org.infolinia.reports.Report;
import org.infolinia.reports.figures.Reconciliation;
import org.infolinia.reports.ledger.Unreadable;
import org.infolinia.reports.words.ReportLanguage;
import org.infolinia.reports.words.Words;

/** Writes the sheets by which somebody else can check the figures. */
final class CheckSheets {

    static final int[] RECONCILIATION_WIDTHS = {24, 30, 56, 40};
    static final int[] UNREADABLE_WIDTHS = {32, 12, 70};
    static final int[] DEFINITION_WIDTHS = {34, 26, 100};

    private final Report report;
    private final ReportLanguage language;
    private final Wording wording;

    CheckSheets(Report report, ReportLanguage language) {
        this.report = report;
        this.language = language;
        this.wording = new Wording(language);
    }

    void writeReconciliation(Page page) {
        page.title(titled(language.say(
                "Uzgodnienie dziennika kolejek z rejestrem centrali (CDR)", "The queue log held against the CDR")));
        new Sums(report, language).write(page.next());
        page.next()
                .next()
                .text(language.say("Niezgodnych połączeń: ", "Calls that differ: ")
                        + report.calls().reconciliationCount());
        page.next()
                .heading(language.say("Połączenie", "Call"))
                .heading(language.say("Rodzaj", "Kind"))
                .heading(language.say("Dziennik kolejek", "Queue log"))
                .heading("CDR");
        page.next().field("callId").field("kind").field("queueLog").field("cdr").repeat(2);
        for (Reconciliation call : report.calls().reconciliation()) {
            page.next()
                    .text(call.callId())
                    .text(wording.of(call.kind()))
                    .text(wording.said(call.queueLog()))
                    .text(wording.said(call.cdr()));
        }
        long unlisted = report.calls().reconciliationCount()
                - report.calls().reconciliation().stream()
                        .map(Reconciliation::callId)
                        .distinct()
                        .count();
        if (unlisted > 0) {
            page.next()
                    .sentence(language.say(
                            "Połączeń, które się tu nie zmieściły: " + unlisted,
                            "Calls that are not listed here: " + unlisted));
        }
    }

    void writeUnreadable(Page page) {
        page.title(titled(language.say("Wiersze, których nie dało się odczytać", "Lines that could not be read")));
        page.next().text(language.say("Wierszy: ", "Lines: ") + report.unreadableCount());
        page.next()
                .heading(language.say("Plik", "File"))
                .heading(language.say("Wiersz", "Line"))
                .heading(language.say("Powód", "Reason"));
        page.next().field("file").field("line").field("reason").repeat(2);
        for (Unreadable line : report.unreadable()) {
            page.next().text(line.file()).number(line.line(), Column.Kind.COUNT).text(wording.reason(line.reason()));
        }
        page.next()
                .next()
                .heading(language.say("Kolejka spoza infolinii", "Queue that is not the hotline's"))
                .heading(language.say("Wierszy", "Lines"));
        for (Map.Entry<String, Long> queue : report.setAside().entrySet()) {
            page.next().text(queue.getKey()).number(queue.getValue(), Column.Kind.COUNT);
        }
        page.next();
        for (Words note : report.notes()) {
            page.next().sentence(note.in(language));
        }
    }

    void writeDefinitions(Page page) {
        page.title(language.say("Definicje", "Definitions"));
        page.next()
                .text(language.say(
                        "Puste pole oznacza brak danych. Czasy w godzinach, minutach i sekundach.",
                        "An empty cell means no data. Times are hours, minutes and seconds."));
        page.next()
                .heading(language.say("Wskaźnik", "Figure"))
                .heading(language.say("Nazwa pola", "Name of the field"))
                .heading(language.say("Definicja", "Definition"))
                .repeat(1);
        for (Definition definition : Definition.all(report.thresholds())) {
            page.next()
                    .text(definition.title().in(language))
                    .text(definition.field())
                    .sentence(definition.meaning().in(language));
        }
    }

    private String titled(String title) {
        return title + ", " + report.period().named(language);
    }
}
