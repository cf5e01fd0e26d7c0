package org.infolinia.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Report;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.json.ReportJson;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.workbook.ReportWorkbook;

/**
 * The report of a period, counted from a folder of logs; the one way in which a report is made.
 *
 * @param report what it says
 */
record PeriodReport(Report report) {

    /**
     * Reads and counts.
     *
     * @throws LedgerUnavailable when there is nothing to count from
     */
    static PeriodReport make(ReportRules rules, Path logs, ReportPeriod period) throws LedgerUnavailable {
        ReportWorkbook.loadAhead();
        return new PeriodReport(new LogReport(rules).readCompared(logs, period));
    }

    /** Such as {@code report-2026-11}. */
    String name() {
        return "report-" + report.period().name();
    }

    /** Leaves the stream open. */
    void writeJson(OutputStream out) throws IOException {
        ReportJson.write(report, out);
    }

    /** Leaves the stream open. */
    void writeWorkbook(OutputStream out) throws IOException {
        ReportWorkbook.write(report, out);
    }
}
