package org.infolinia.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.infolinia.reports.workbook.Workbooks.answered;
import static org.infolinia.reports.workbook.Workbooks.read;
import static org.infolinia.reports.workbook.Workbooks.report;
import static org.infolinia.reports.workbook.Workbooks.written;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Report;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.words.ReportLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands where in the workbook, and how it is printed. */
class ReportWorkbookTest {

    private static final Set<String> ON_ONE_PAGE =
            Set.of("Podsumowanie", "R1 Połączenia", "R2 Czas oczekiwania", "R3 Przerwane", "R6 Obsada");

    @TempDir
    Path folder;

    private static Cell cell(Sheet sheet, int row, String field) {
        Row fields = sheet.getRow(3);
        return StreamSupport.stream(fields.spliterator(), false)
                .filter(cell -> cell.getStringCellValue().equals(field))
                .map(cell -> sheet.getRow(row).getCell(cell.getColumnIndex()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachFigureIsANumberInTheRowOfItsDay() throws Exception {
        try (XSSFWorkbook workbook = read(report(folder))) {
            Sheet calls = workbook.getSheet("R1 Połączenia");
            Sheet waits = workbook.getSheet("R2 Czas oczekiwania");
            Sheet dropped = workbook.getSheet("R3 Przerwane");
            int day = 3 + 23;
            int total = 4 + 30;

            assertThat(cell(calls, day, "date").getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2026, 11, 23, 0, 0));
            assertThat(cell(calls, day, "offered").getNumericCellValue()).isEqualTo(2);
            assertThat(cell(calls, total, "answered").getNumericCellValue()).isEqualTo(1);
            assertThat(cell(calls, total, "talkSeconds").getNumericCellValue() * 86_400)
                    .isCloseTo(100, within(1e-6));
            assertThat(cell(calls, total, "talkSeconds").getCellStyle().getDataFormatString())
                    .isEqualTo("[h]:mm:ss");
            assertThat(cell(calls, day, "received").getCellType()).isEqualTo(CellType.BLANK);
            assertThat(cell(waits, day, "waitAnswered.mean").getNumericCellValue() * 86_400)
                    .isCloseTo(12, within(1e-6));
            assertThat(cell(waits, day, "waitAbandoned.p90").getNumericCellValue() * 86_400)
                    .isCloseTo(40, within(1e-6));
            assertThat(cell(waits, day, "serviceLevel").getNumericCellValue()).isEqualTo(0.5);
            assertThat(cell(waits, day, "serviceLevel").getCellStyle().getDataFormatString())
                    .isEqualTo("0.00%");
            assertThat(cell(waits, day - 1, "serviceLevel").getCellType()).isEqualTo(CellType.BLANK);
            assertThat(cell(dropped, total, "droppedByConsultant").getNumericCellValue())
                    .isEqualTo(1);
            assertThat(cell(dropped, total, "endedByConsultant").getNumericCellValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void coverShowsTheHeadlinesBesideTheMonthBefore() throws Exception {
        Report report = report(folder);
        CallFigures same = report.calls().total();

        try (XSSFWorkbook workbook = read(report.comparedWith(same))) {
            Sheet cover = workbook.getSheetAt(0);
            assertThat(cover.getSheetName()).isEqualTo("Podsumowanie");
            Row offered = headline(cover, "Połączenia skierowane do kolejki");
            assertThat(offered.getCell(1).getNumericCellValue()).isEqualTo(2);
            assertThat(offered.getCell(2).getNumericCellValue()).isEqualTo(2);
            assertThat(offered.getCell(4).getStringCellValue()).isEqualTo("bez zmian");
        }
    }

    @Test
    void coverSaysInWordsHowMuchAFigureChanged() throws Exception {
        Report report = report(folder);
        Files.writeString(folder.resolve("queue_log"), """
                1795424700|1795424700.9|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424740|1795424700.9|nis2|NONE|ABANDON|1|1|40
                """);
        ReportRules rules = new ReportRules(
                ZoneId.of("Europe/Warsaw"),
                Thresholds.DEFAULT,
                Map.of(new QueueName("nis2"), Duration.ofSeconds(15)),
                java.util.Optional.empty());
        CallFigures before = new LogReport(rules)
                .read(folder, ReportPeriod.month(YearMonth.parse("2026-11"), rules.zone()))
                .calls()
                .total();

        try (XSSFWorkbook workbook = read(report.comparedWith(before))) {
            Sheet cover = workbook.getSheetAt(0);
            assertThat(headline(cover, "Połączenia skierowane do kolejki")
                            .getCell(4)
                            .getStringCellValue())
                    .isEqualTo("więcej o 1 (100,0 %)");
            assertThat(headline(cover, "Odebrane wśród skierowanych do kolejki")
                            .getCell(4)
                            .getStringCellValue())
                    .isEqualTo("więcej o 50,00 punktu procentowego");
            assertThat(headline(cover, "Połączenia przyjęte przez centralę")
                            .getCell(4)
                            .getStringCellValue())
                    .isEqualTo("brak danych do porównania");
        }
    }

    private static Row headline(Sheet cover, String title) {
        return StreamSupport.stream(cover.spliterator(), false)
                .filter(row -> row.getCell(0) != null
                        && row.getCell(0).getCellType() == CellType.STRING
                        && row.getCell(0).getStringCellValue().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void callsAndWaitsHaveAChartOfTheirDays() throws Exception {
        try (XSSFWorkbook workbook = read(report(folder))) {
            for (String name : List.of("Podsumowanie", "R1 Połączenia", "R2 Czas oczekiwania")) {
                XSSFChart chart = workbook.getSheet(name)
                        .getDrawingPatriarch()
                        .getCharts()
                        .get(0);
                assertThat(chart.getChartSeries()
                                .get(0)
                                .getSeries(0)
                                .getCategoryData()
                                .getPointCount())
                        .isEqualTo(30);
            }
        }
    }

    @Test
    void consultantsAndCoverageHaveSheetsOfTheirOwn() throws Exception {
        try (XSSFWorkbook workbook = read(report(folder))) {
            Sheet consultants = workbook.getSheet("R6 Konsultanci");
            assertThat(consultants.getRow(4).getCell(0).getStringCellValue()).isEqualTo("bartosz");
            assertThat(consultants.getRow(4).getCell(4).getNumericCellValue() * 86_400)
                    .isCloseTo(100, within(1e-6));
            assertThat(consultants.getRow(4).getCell(8).getStringCellValue()).isEqualTo("tak");
            assertThat(consultants.getRow(5).getCell(1).getStringCellValue()).isEqualTo("Razem");
            assertThat(workbook.getSheet("R6 Obsada").getRow(4).getCell(0).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2026, 11, 1, 0, 0));
        }
    }

    @Test
    void everySheetOfFiguresShowsBothSumsWithTheirDifference() throws Exception {
        try (XSSFWorkbook workbook = read(report(folder))) {
            for (String name : List.of("R1 Połączenia", "R2 Czas oczekiwania", "R3 Przerwane", "Uzgodnienie")) {
                assertThat(StreamSupport.stream(workbook.getSheet(name).spliterator(), false)
                                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                                .filter(cell -> cell.getCellType() == CellType.STRING)
                                .map(Cell::getStringCellValue))
                        .as(name)
                        .anyMatch(text -> text.startsWith("Skierowane do kolejki − (") && text.endsWith(" = 0"))
                        .anyMatch(text ->
                                text.startsWith("Przyjęte − (") && text.endsWith("brak danych z centrali (CDR)"));
            }
        }
    }

    @Test
    void eachSheetIsPrintedOnA4WithItsHeadingsOnEveryPage() throws Exception {
        try (XSSFWorkbook workbook = read(report(folder))) {
            workbook.forEach(sheet -> {
                assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getFitHeight())
                        .as(sheet.getSheetName())
                        .isEqualTo((short) (ON_ONE_PAGE.contains(sheet.getSheetName()) ? 1 : 0));
                assertThat(sheet.getFooter().getCenter()).contains("&P");
                assertThat(sheet.getRepeatingRows()).isNotNull();
                assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:A");
            });
            assertThat(workbook.getSheet("R1 Połączenia").getRepeatingRows().formatAsString())
                    .isEqualTo("1:4");
        }
    }

    @Test
    void eachCallHasARowOfTypedCellsThatCanBeFiltered() throws Exception {
        try (XSSFWorkbook workbook = read(report(folder), answered("anna", "*********200"), answered("bartosz", ""))) {
            Sheet calls = workbook.getSheet("Lista połączeń");
            Row first = calls.getRow(4);

            assertThat(first.getCell(0).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 11, 23, 10, 0));
            assertThat(first.getCell(0).getCellStyle().getDataFormatString()).contains("hh:mm:ss");
            assertThat(first.getCell(4).getStringCellValue()).isEqualTo("*********200");
            assertThat(first.getCell(6).getStringCellValue()).isEqualTo("odebrane");
            assertThat(first.getCell(8).getNumericCellValue() * 86_400).isCloseTo(100, within(1e-6));
            assertThat(first.getCell(11).getStringCellValue()).isEqualTo("konsultant");
            assertThat(((XSSFSheet) calls).getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A4:Q6");
            assertThat(calls.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
        }
    }

    @Test
    void sameReportGivesTheSameBytes() throws Exception {
        Report report = report(folder);

        byte[] first = written(report, ReportLanguage.POLISH);
        // POI's own times are of two seconds' grain, so a second writing alone would prove little.
        assertThat(java.util.HexFormat.of().formatHex(first, 10, 14)).isEqualTo("00002100");

        assertThat(written(report, ReportLanguage.POLISH)).isEqualTo(first);
        assertThat(timesOfParts(first)).containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(first))) {
            assertThat(workbook.getProperties().getCoreProperties().getCreated())
                    .isEqualTo(java.util.Date.from(java.time.Instant.parse("2026-11-01T00:00:00Z")));
            assertThat(workbook.getProperties().getCoreProperties().getModified())
                    .isEqualTo(java.util.Date.from(java.time.Instant.parse("2026-11-01T00:00:00Z")));
        }
    }

    private static Set<LocalDateTime> timesOfParts(byte[] workbook) throws Exception {
        Set<LocalDateTime> times = new HashSet<>();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                times.add(part.getTimeLocal());
            }
        }
        return times;
    }
}
