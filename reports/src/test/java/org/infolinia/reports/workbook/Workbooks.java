package org.infolinia.reports.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Report;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.rows.CallRow;
import org.infolinia.reports.words.ReportLanguage;

/** Workbooks of small reports, written and read back by POI. */
final class Workbooks {

    private Workbooks() {}

    static Report report(Path folder) throws Exception {
        Files.writeString(folder.resolve("queue_log"), """
                1795424400|1795424400.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424403|1795424400.7|nis2|anna|RINGNOANSWER|3000
                1795424412|1795424400.7|nis2|bartosz|CONNECT|12|1795424401.8|9
                1795424512|1795424400.7|nis2|bartosz|COMPLETEAGENT|12|100|1
                1795424700|1795424700.9|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424740|1795424700.9|nis2|NONE|ABANDON|1|1|40
                """);
        ReportRules rules = new ReportRules(
                ZoneId.of("Europe/Warsaw"),
                Thresholds.DEFAULT,
                Map.of(new QueueName("nis2"), Duration.ofSeconds(15)),
                java.util.Optional.empty());
        return new LogReport(rules).read(folder, ReportPeriod.month(YearMonth.parse("2026-11"), rules.zone()));
    }

    static byte[] written(Report report, ReportLanguage language, CallRow... calls) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWorkbook.write(report, each -> List.of(calls).forEach(each), language, out);
        return out.toByteArray();
    }

    static XSSFWorkbook read(Report report, CallRow... calls) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(written(report, ReportLanguage.POLISH, calls)));
    }

    static Stream<String> texts(Sheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(Cell::getStringCellValue);
    }

    static CallRow answered(String consultant, String callerNumber) {
        return new CallRow(
                "1795424400.7",
                CallKind.INBOUND,
                Instant.ofEpochSecond(1795424400),
                true,
                callerNumber,
                "",
                Outcome.ANSWERED,
                12,
                100,
                "nis2",
                consultant,
                "consultant",
                1,
                0,
                0,
                0,
                1);
    }
}
