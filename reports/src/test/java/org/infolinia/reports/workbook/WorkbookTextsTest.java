package org.infolinia.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infolinia.reports.workbook.Workbooks.answered;
import static org.infolinia.reports.workbook.Workbooks.read;
import static org.infolinia.reports.workbook.Workbooks.report;
import static org.infolinia.reports.workbook.Workbooks.texts;
import static org.infolinia.reports.workbook.Workbooks.written;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infolinia.reports.Report;
import org.infolinia.reports.availability.Availability;
import org.infolinia.reports.availability.ConsultantFigures;
import org.infolinia.reports.availability.Presence;
import org.infolinia.reports.figures.Reconciliation;
import org.infolinia.reports.figures.Reconciliation.Kind;
import org.infolinia.reports.figures.TelephoneFigures;
import org.infolinia.reports.ledger.Unreadable;
import org.infolinia.reports.rows.CallRow;
import org.infolinia.reports.words.ReportLanguage;
import org.infolinia.reports.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the workbook says in words, and what becomes of hostile ones. */
class WorkbookTextsTest {

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

    @TempDir
    Path folder;

    @Test
    void sentencesBelowTheFiguresHaveTheRestOfTheirRow() throws Exception {
        // A call that the CDR lacks makes a day with a difference.
        Files.writeString(folder.resolve("Master.csv"), "");
        try (XSSFWorkbook workbook = read(report(folder))) {
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
    void headingOfThreeLinesHasARowOfThree() throws Exception {
        try (XSSFWorkbook workbook = read(report(folder))) {
            assertThat(workbook.getSheet("R1 Połączenia").getRow(2).getHeightInPoints())
                    .isGreaterThanOrEqualTo(45);
            assertThat(workbook.getSheet("R3 Przerwane").getColumnWidth(1) / 256)
                    .isGreaterThanOrEqualTo("droppedByConsultant".length());
        }
    }

    @Test
    void reconciliationIsInPolish() throws Exception {
        Files.writeString(folder.resolve("Master.csv"), "");
        try (XSSFWorkbook workbook = read(report(folder))) {
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
        Report plain = report(folder);
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
    void chatAndFormSayInWordsThatThereIsNoData() throws Exception {
        try (XSSFWorkbook workbook = read(report(folder))) {
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
        byte[] english = written(report(folder), ReportLanguage.ENGLISH, answered("anna", "*********200"));
        byte[] polish = written(report(folder), ReportLanguage.POLISH, answered("anna", "*********200"));

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
        Report report = report(folder);

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
        try (XSSFWorkbook workbook = read(report(folder))) {
            assertThat(StreamSupport.stream(workbook.getSheet("Definicje").spliterator(), false)
                            .filter(row -> row.getCell(2) != null)
                            .map(row -> row.getCell(2).getStringCellValue()))
                    .contains("odebrane w ciągu 30 s ÷ (skierowane − porzucone w ciągu 30 s)");
        }
    }
}
