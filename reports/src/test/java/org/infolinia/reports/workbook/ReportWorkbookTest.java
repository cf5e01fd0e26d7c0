package org.infolinia.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Report;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.availability.Availability;
import org.infolinia.reports.availability.ConsultantFigures;
import org.infolinia.reports.availability.Presence;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.Reconciliation;
import org.infolinia.reports.figures.Reconciliation.Kind;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.figures.TelephoneFigures;
import org.infolinia.reports.ledger.Unreadable;
import org.infolinia.reports.rows.CallRow;
import org.infolinia.reports.words.ReportLanguage;
import org.infolinia.reports.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWorkbookTest {

    private static final Set<String> ON_ONE_PAGE =
            Set.of("Podsumowanie", "R1 Połączenia", "R2 Czas oczekiwania", "R3 Przerwane", "R6 Obsada");

    @TempDir
    Path folder;

    private static final Pattern POLISH = Pattern.compile("[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]|\\b(czas|lub|nie|brak|dni|od)\\b");

    private static final String UNREADABLE = """
            rubbish
            17954|1795424400.7|nis2|NONE|ENTERQUEUE||1|1
            1795424400|1795424400.7|nis2|NONE|ENTERqueue||1|1
            1795424400|1795424400.7|nis2|NONE|NONE|QUEUESTART|
            1795424400|1795424400.7|nis2|NONE|ABANDON|1|1|40|1795424400|1795424400.7|nis2|NONE|ABANDON|1|1|40
            1795424400|1795424400.7|nis2|anna|ATTENDEDTRANSFER|APP|Queue|x|y|z
            1795424400|NONE|nis2|NONE|ENTERQUEUE||1|1
            1795424400|1795424400.7|nis2|anna|RINGNOANSWER|
            """;

    private Report report() throws Exception {
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

    private static byte[] written(Report report, ReportLanguage language, CallRow... calls) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWorkbook.write(report, each -> List.of(calls).forEach(each), language, out);
        return out.toByteArray();
    }

    private static XSSFWorkbook read(Report report, CallRow... calls) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(written(report, ReportLanguage.POLISH, calls)));
    }

    private static Stream<String> texts(Sheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(Cell::getStringCellValue);
    }

    private static CallRow answered(String consultant, String callerNumber) {
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
        try (XSSFWorkbook workbook = read(report())) {
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
        Report report = report();
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
        Report report = report();
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

    @Test
    void callsAndWaitsHaveAChartOfTheirDays() throws Exception {
        try (XSSFWorkbook workbook = read(report())) {
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

    private static Row headline(Sheet cover, String title) {
        return StreamSupport.stream(cover.spliterator(), false)
                .filter(row -> row.getCell(0) != null
                        && row.getCell(0).getCellType() == CellType.STRING
                        && row.getCell(0).getStringCellValue().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void consultantsAndCoverageHaveSheetsOfTheirOwn() throws Exception {
        try (XSSFWorkbook workbook = read(report())) {
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
        try (XSSFWorkbook workbook = read(report())) {
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
    void sentencesBelowTheFiguresHaveTheRestOfTheirRow() throws Exception {
        // A call that the CDR lacks makes a day with a difference.
        Files.writeString(folder.resolve("Master.csv"), "");
        try (XSSFWorkbook workbook = read(report())) {
            for (String name : List.of("R1 Połączenia", "R2 Czas oczekiwania", "R3 Przerwane", "Uzgodnienie")) {
                Sheet sheet = workbook.getSheet(name);
                List<Cell> sentences = StreamSupport.stream(sheet.spliterator(), false)
                        .map(row -> row.getCell(1))
                        .filter(cell -> cell != null && cell.getCellType() == CellType.STRING)
                        .filter(cell -> cell.getStringCellValue().contains(" − (")
                                || cell.getStringCellValue().equals("2026-11-23"))
                        .toList();

                assertThat(sentences).as(name).hasSize(3).allSatisfy(cell -> {
                    assertThat(cell.getCellStyle().getWrapText()).isTrue();
                    assertThat(cell.getRow().getCell(2)).isNull();
                    assertThat(sheet.getMergedRegions())
                            .anyMatch(region -> region.isInRange(cell) && region.getLastColumn() > 2);
                });
            }
        }
    }

    @Test
    void eachSheetIsPrintedOnA4WithItsHeadingsOnEveryPage() throws Exception {
        try (XSSFWorkbook workbook = read(report())) {
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
    void headingOfThreeLinesHasARowOfThree() throws Exception {
        try (XSSFWorkbook workbook = read(report())) {
            assertThat(workbook.getSheet("R1 Połączenia").getRow(2).getHeightInPoints())
                    .isGreaterThanOrEqualTo(45);
            assertThat(workbook.getSheet("R3 Przerwane").getColumnWidth(1) / 256)
                    .isGreaterThanOrEqualTo("droppedByConsultant".length());
        }
    }

    @Test
    void reconciliationIsInPolish() throws Exception {
        Files.writeString(folder.resolve("Master.csv"), "");
        try (XSSFWorkbook workbook = read(report())) {
            List<String> texts = StreamSupport.stream(
                            workbook.getSheet("Uzgodnienie").spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .filter(cell -> cell.getCellType() == CellType.STRING)
                    .map(Cell::getStringCellValue)
                    .toList();

            assertThat(texts)
                    .contains("tylko w dzienniku kolejek", "porzucone, 2026-11-23T10:05+01:00")
                    .doesNotContain("onlyInQueueLog");
        }
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws Exception {
        Report plain = report();
        List<String> texts = List.of("=1+1", "+48600100200", "-2", "@SUM(A1)", "\u0001zły\uFFFF");
        Report hostile = new Report(
                plain.period(),
                plain.thresholds(),
                new TelephoneFigures(
                        plain.calls().days(),
                        plain.calls().total(),
                        texts.stream()
                                .map(text -> new Reconciliation(text, Kind.ONLY_IN_CDR, text, text))
                                .toList(),
                        5),
                false,
                new Availability(
                        texts.stream()
                                .map(text -> new ConsultantFigures(
                                        text, List.of(), new Presence(60, 60, 0, 0, Map.of(text, 60L), true)))
                                .toList(),
                        List.of()),
                null,
                texts.stream().map(text -> new Unreadable(text, 1, text)).toList(),
                5,
                Map.of("=cmd|' /C calc'!A0", 1L),
                texts.stream().map(text -> new Words(text, text)).toList());
        CallRow[] calls = texts.stream().map(text -> answered(text, text)).toArray(CallRow[]::new);

        try (XSSFWorkbook workbook = read(hostile, calls)) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                if (cell.getCellType() == CellType.STRING
                        && "=+-@".indexOf(cell.getStringCellValue().charAt(0)) >= 0) {
                    assertThat(cell.getCellStyle().getQuotePrefixed())
                            .as(cell.getStringCellValue())
                            .isTrue();
                }
            })));
            assertThat(workbook.getSheet("Nieczytelne wiersze")
                            .getRow(4)
                            .getCell(0)
                            .getStringCellValue())
                    .isEqualTo("=1+1");
        }
    }

    @Test
    void sameReportGivesTheSameBytes() throws Exception {
        Report report = report();

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

    @Test
    void eachCallHasARowOfTypedCellsThatCanBeFiltered() throws Exception {
        try (XSSFWorkbook workbook = read(report(), answered("anna", "*********200"), answered("bartosz", ""))) {
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
    void chatAndFormSayInWordsThatThereIsNoData() throws Exception {
        try (XSSFWorkbook workbook = read(report())) {
            for (String name : List.of("R4 Czat", "R5 Formularz")) {
                assertThat(texts(workbook.getSheet(name))).anyMatch(text -> text.startsWith("Brak danych"));
                assertThat(StreamSupport.stream(workbook.getSheet(name).spliterator(), false)
                                .flatMap(row -> StreamSupport.stream(row.spliterator(), false)))
                        .noneMatch(cell -> cell.getCellType() == CellType.NUMERIC);
            }
        }
    }

    @Test
    void inEnglishNothingIsPolish() throws Exception {
        Files.writeString(folder.resolve("Master.csv"), "rubbish\n");
        Files.writeString(folder.resolve("queue_log.1"), "rubbish\n1795424400|1|foreign|NONE|ENTERQUEUE||1|1\n");
        byte[] english = written(report(), ReportLanguage.ENGLISH, answered("anna", "*********200"));
        byte[] polish = written(report(), ReportLanguage.POLISH, answered("anna", "*********200"));

        try (XSSFWorkbook one = new XSSFWorkbook(new ByteArrayInputStream(english));
                XSSFWorkbook other = new XSSFWorkbook(new ByteArrayInputStream(polish))) {
            assertThat(one.getNumberOfSheets()).isEqualTo(other.getNumberOfSheets());
            one.forEach(sheet -> {
                assertThat(sheet.getSheetName()).isASCII();
                assertThat(texts(sheet))
                        .as(sheet.getSheetName())
                        .noneMatch(text -> POLISH.matcher(text).find());
            });
            assertThat(one.getSheet("Summary").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Hotline report, November 2026");
            assertThat(other.getSheet("Podsumowanie").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Raport infolinii, listopad 2026");
        }
    }

    @Test
    void whatIsWrongWithALineIsSaidInPolish() throws Exception {
        Files.writeString(folder.resolve("queue_log.1"), UNREADABLE + "x".repeat(10_000) + "\n1795424400|cut");
        Files.write(folder.resolve("queue_log.2.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1});
        Files.writeString(folder.resolve("Master.csv"), "rubbish\n\"cut");
        Report report = report();

        try (XSSFWorkbook workbook = read(report)) {
            List<String> told = texts(workbook.getSheet("Nieczytelne wiersze")).toList();

            assertThat(report.unreadable()).hasSizeGreaterThan(9).allSatisfy(line -> {
                String reason = line.reason().replaceFirst(": .*", "");
                assertThat(told).noneMatch(text -> text.startsWith(reason));
            });
            report.notes().forEach(note -> assertThat(told).contains(note.polish()));
        }
    }

    @Test
    void definitionsNameTheThresholdsInForce() throws Exception {
        try (XSSFWorkbook workbook = read(report())) {
            assertThat(StreamSupport.stream(workbook.getSheet("Definicje").spliterator(), false)
                            .filter(row -> row.getCell(2) != null)
                            .map(row -> row.getCell(2).getStringCellValue()))
                    .contains("odebrane w ciągu 30 s ÷ (skierowane − porzucone w ciągu 30 s)");
        }
    }
}
