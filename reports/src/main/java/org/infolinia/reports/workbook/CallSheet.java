package org.infolinia.reports.workbook;

import org.infolinia.hotline.calls.CallKind;
import org.infolinia.reports.Report;
import org.infolinia.reports.rows.CallRow;
import org.infolinia.reports.rows.CallRows;
import org.infolinia.reports.words.ReportLanguage;

/** Writes the calls behind the figures, one row each. */
final class CallSheet {

    static final int[] WIDTHS = {20, 22, 15, 13, 16, 16, 28, 13, 13, 20, 24, 22, 12, 12, 12, 12, 12};

    private static final String[] FIELDS = {
        "arrived",
        "linkedId",
        "kind",
        "received",
        "callerNumber",
        "dialledNumber",
        "outcome",
        "waitSeconds",
        "talkSeconds",
        "queues",
        "consultants",
        "endedBy",
        "rejectedOffers",
        "missedOffers",
        "dumped",
        "hungUpEarly",
        "endedByConsultant"
    };

    private final Report report;
    private final ReportLanguage language;
    private final Wording wording;

    private int written;

    CallSheet(Report report, ReportLanguage language) {
        this.report = report;
        this.language = language;
        this.wording = new Wording(language);
    }

    void write(Page page, CallRows calls) {
        page.title(language.say("Połączenia, z których powstały liczby, ", "The calls behind the figures, ")
                + report.period().named(language));
        page.next()
                .sentence(language.say(
                                "Liczby R1–R3 powstają z połączeń przychodzących. Połączenie, które jeszcze trwa, jest tu tak, jak"
                                        + " wygląda dotąd. Czas według zegara: ",
                                "The figures R1 to R3 are made of inbound calls. A call that still goes on is here as it looks"
                                        + " so far. Times by the clock of: ")
                        + report.period().zone().getId());
        page.next();
        for (String field : FIELDS) {
            page.field(field);
        }
        page.next();
        heading(page, "Nadeszło", "Arrived");
        heading(page, "Połączenie", "Call");
        heading(page, "Rodzaj", "Kind");
        heading(page, "W rejestrze centrali", "In the CDR");
        heading(page, "Numer dzwoniącego", "Caller's number");
        heading(page, "Numer wybrany", "Number dialled");
        heading(page, "Zakończenie", "Outcome");
        heading(page, "Czas oczekiwania", "Wait");
        heading(page, "Czas rozmów", "Talk");
        heading(page, "Kolejki", "Queues");
        heading(page, "Konsultanci", "Consultants");
        heading(page, "Kto zakończył rozmowę", "Who ended the talk");
        heading(page, "Odrzucone propozycje", "Rejected offers");
        heading(page, "Nieodebrane propozycje", "Missed offers");
        heading(page, "Zrzucone przy zapowiedzi", "Dumped");
        heading(page, "Rozłączone zaraz po odebraniu", "Hung up early");
        heading(page, "Zakończone przez konsultanta", "Ended by consultant");
        page.repeat(1);
        Page.Filter filter = page.filterFromHere();
        page.next();
        page.freezeAbove();
        calls.forEach(call -> write(page, call));
        if (written == 0) {
            page.text(
                    ReportWorkbook.hasRoomForCalls(report)
                            ? language.say("Brak połączeń.", "No calls.")
                            : language.say(
                                    "Połączeń jest za dużo na arkusz; wszystkie podaje polecenie report calls.",
                                    "There are too many calls for a sheet; report calls tells all."));
        }
        filter.to(page.rows() - (written == 0 ? 1 : 2));
    }

    private void heading(Page page, String polish, String english) {
        page.heading(language.say(polish, english));
    }

    private void write(Page page, CallRow call) {
        written++;
        page.moment(call.arrived().atZone(report.period().zone()).toLocalDateTime())
                .text(call.linkedId())
                .text(wording.of(call.kind()))
                .text(call.kind() == CallKind.INBOUND ? wording.yes(call.received()) : "")
                .text(call.callerNumber())
                .text(call.dialledNumber())
                .text(wording.of(call.outcome()))
                .number(call.outcome().isOffered() ? call.waitSeconds() : null, Column.Kind.SECONDS)
                .number(call.consultants().isEmpty() ? null : call.talkSeconds(), Column.Kind.SECONDS)
                .text(call.queues())
                .text(call.consultants())
                .text(wording.endedBy(call.endedBy()))
                .number(call.rejectedOffers(), Column.Kind.COUNT)
                .number(call.missedOffers(), Column.Kind.COUNT)
                .number(call.dumped(), Column.Kind.COUNT)
                .number(call.hungUpEarly(), Column.Kind.COUNT)
                .number(call.endedByConsultant(), Column.Kind.COUNT)
                .next();
    }
}
