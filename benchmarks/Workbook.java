import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
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
import org.infolinia.reports.workbook.ReportWorkbook;

/** The workbook with many calls, against SXSSF writing the same cells and nothing else. */
final class Workbook {

    private static final long BEGINNING = 1793487600;
    private static final double DAY = 86_400;
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
    private static final int RUNS = 3;

    private Workbook() {}

    /** Makes one, or writes one. */
    private interface Work {
        void to(OutputStream out) throws IOException;
    }

    /** @param arguments how many calls */
    public static void main(String[] arguments) throws Exception {
        int calls = Integer.parseInt(arguments[0]);
        Report report = report();
        long[] ours = new long[RUNS];
        long[] plain = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            plain[run] = milliseconds(out -> writePlain(calls, out));
            ours[run] = milliseconds(out ->
                    ReportWorkbook.write(report, each -> forEach(calls, each), ReportLanguage.POLISH, out));
            System.out.printf("run %d: plain SXSSF %d ms, workbook %d ms%n", run + 1, plain[run], ours[run]);
        }
        Arrays.sort(ours);
        Arrays.sort(plain);
        System.out.printf(
                "%d calls: ratio workbook/plain SXSSF: %.2f%n", calls, (double) ours[RUNS / 2] / plain[RUNS / 2]);
    }

    private static Report report() throws Exception {
        Path logs = Files.createTempDirectory("workbook");
        try {
            Files.writeString(logs.resolve("queue_log"), BEGINNING + "|NONE|NONE|NONE|QUEUESTART|\n");
            return new LogReport(new ReportRules(
                            ZONE,
                            Thresholds.DEFAULT,
                            Map.of(new QueueName("nis2"), Duration.ofSeconds(15)),
                            Optional.empty()))
                    .read(logs, ReportPeriod.month(YearMonth.of(2026, 11), ZONE));
        } finally {
            Files.delete(logs.resolve("queue_log"));
            Files.delete(logs);
        }
    }

    private static long milliseconds(Work work) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            long begin = System.nanoTime();
            work.to(out);
            return (System.nanoTime() - begin) / 1_000_000;
        } finally {
            Files.delete(file);
        }
    }

    private static void forEach(int calls, Consumer<CallRow> each) {
        for (int i = 0; i < calls; i++) {
            long at = BEGINNING + i * 10L;
            each.accept(new CallRow(
                    at + "." + i,
                    CallKind.INBOUND,
                    Instant.ofEpochSecond(at),
                    true,
                    "********" + i % 1_000,
                    "221000100",
                    Outcome.ANSWERED,
                    i % 90,
                    i % 600,
                    "nis2",
                    "PJSIP/anna",
                    "caller",
                    i % 3,
                    0,
                    0,
                    0,
                    i % 2));
        }
    }

    private static void writePlain(int calls, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            workbook.setZip64Mode(Zip64Mode.Never);
            CellStyle moment = style(workbook, "yyyy\\-mm\\-dd hh:mm:ss");
            CellStyle length = style(workbook, "[h]:mm:ss");
            CellStyle count = style(workbook, "#,##0");
            CellStyle text = workbook.createCellStyle();
            SXSSFSheet sheet = workbook.createSheet();
            int[] rows = {0};
            forEach(calls, call -> {
                Row row = sheet.createRow(rows[0]++);
                Cell arrived = row.createCell(0);
                arrived.setCellValue(call.arrived().atZone(ZONE).toLocalDateTime());
                arrived.setCellStyle(moment);
                String[] texts = {
                    call.linkedId(), "przychodzące", "tak", call.callerNumber(), call.dialledNumber(), "odebrane"
                };
                for (int i = 0; i < texts.length; i++) {
                    put(row.createCell(1 + i), texts[i], text);
                }
                put(row.createCell(7), call.waitSeconds() / DAY, length);
                put(row.createCell(8), call.talkSeconds() / DAY, length);
                put(row.createCell(9), call.queues(), text);
                put(row.createCell(10), call.consultants(), text);
                put(row.createCell(11), "dzwoniący", text);
                put(row.createCell(12), call.rejectedOffers(), count);
                put(row.createCell(13), call.missedOffers(), count);
                put(row.createCell(14), call.dumped(), count);
                put(row.createCell(15), call.hungUpEarly(), count);
                put(row.createCell(16), call.endedByConsultant(), count);
            });
            workbook.write(out);
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    private static CellStyle style(SXSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static void put(Cell cell, String text, CellStyle style) {
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private static void put(Cell cell, double number, CellStyle style) {
        cell.setCellValue(number);
        cell.setCellStyle(style);
    }
}
