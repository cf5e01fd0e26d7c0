package org.infolinia.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Report;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.json.ReportJson;
import org.infolinia.reports.kept.KeptFigures;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.live.LogCalls;
import org.infolinia.reports.pdf.WeekPdf;
import org.infolinia.reports.rows.CallRow;
import org.infolinia.reports.rows.CallRows;
import org.infolinia.reports.rows.PackedCallRows;
import org.infolinia.reports.words.ReportLanguage;
import org.infolinia.reports.workbook.ReportWorkbook;

/**
 * The report of a period; the one way in which a report is made.
 *
 * @param report what it says
 * @param calls  behind its figures
 */
record PeriodReport(Report report, CallRows calls) {

    /**
     * Reads and counts.
     *
     * @param kept         the calls that the live ledger has kept: counted where the logs no longer have all of them; empty
     *                     for a report from the logs alone
     * @param wholeNumbers whether numbers of people outside are told whole, which is for those alone who may know them
     * @throws LedgerUnavailable when there is nothing to count from
     */
    static PeriodReport make(
            ReportRules rules, Path logs, Optional<FinishedCalls> kept, ReportPeriod period, boolean wholeNumbers)
            throws LedgerUnavailable {
        ReportWorkbook.loadAhead();
        Report report = new LogReport(rules)
                .readCompared(
                        logs,
                        period,
                        ofLogs -> kept.map(calls -> KeptFigures.complete(ofLogs, calls))
                                .orElse(ofLogs));
        if (!ReportWorkbook.hasRoomForCalls(report)) {
            return new PeriodReport(report, new PackedCallRows());
        }
        return new PeriodReport(
                report,
                report.beyondLogs()
                        ? calls(rules, kept.orElseThrow(), period, wholeNumbers)
                        : calls(rules, logs, period, wholeNumbers));
    }

    /** The calls that arrived in the period, by the database. */
    private static CallRows calls(ReportRules rules, FinishedCalls kept, ReportPeriod period, boolean wholeNumbers) {
        PackedCallRows rows = new PackedCallRows();
        kept.arrivedBetween(period.begins(), period.ends(), call -> rows.add(row(call, rules, wholeNumbers)));
        return rows;
    }

    /** The calls that arrived in the period, by the logs. */
    static CallRows calls(ReportRules rules, Path logs, ReportPeriod period, boolean wholeNumbers)
            throws LedgerUnavailable {
        PackedCallRows rows = new PackedCallRows();
        LogCalls.read(logs, rules, period, call -> rows.add(row(call, rules, wholeNumbers)));
        return rows;
    }

    static CallRow row(FinishedCall call, ReportRules rules, boolean wholeNumbers) {
        CallRow row = CallRow.of(call, rules.thresholds().hungUpEarly());
        return wholeNumbers ? row : row.masked();
    }

    /** Such as {@code report-2026-11}. */
    String name() {
        return "report-" + report.period().name();
    }

    /** Leaves the stream open. */
    void writeJson(OutputStream out) throws IOException {
        ReportJson.write(report, out);
    }

    /** In Polish; leaves the stream open. */
    void writeWorkbook(OutputStream out) throws IOException {
        writeWorkbook(ReportLanguage.POLISH, out);
    }

    /** Leaves the stream open. */
    void writeWorkbook(ReportLanguage language, OutputStream out) throws IOException {
        ReportWorkbook.write(report, calls, language, out);
    }

    /** One page to be shown; leaves the stream open. */
    void writePdf(ReportLanguage language, OutputStream out) throws IOException {
        WeekPdf.write(report, language, out);
    }
}
