package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.ReportPeriod;
import org.infolinia.reports.json.FlatFigures;
import org.infolinia.reports.live.LogCalls;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {

    private static final Path DEMONSTRATION = Path.of("../dialplan/hotline.xml");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path logs = Path.of("");
    private Path reports = Path.of("");

    @BeforeEach
    void writeLogs() throws Exception {
        logs = Files.createDirectory(folder.resolve("logs"));
        reports = folder.resolve("reports");
        Files.writeString(logs.resolve("queue_log"), """
            1795424400|1795424400.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424405|1795424400.7|nis2|NONE|ABANDON|1|1|5
            1795424500|1795424500.9|sprzedaz|NONE|ENTERQUEUE||48600100200|1
            """);
    }

    private int run(String... arguments) {
        return Infolinia.commandLine(Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        Stream.concat(Stream.of("report"), Stream.of(arguments)).toArray(String[]::new));
    }

    private int month(String... further) {
        String[] first = {"month", "2026-11", "--from-logs", logs.toString(), "--out", reports.toString()};
        return run(Stream.concat(Stream.of(first), Stream.of(further)).toArray(String[]::new));
    }

    private int monthOfTheDemonstration() {
        return month("--hotline", DEMONSTRATION.toString());
    }

    private List<String> written() throws Exception {
        if (!Files.exists(reports)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(reports)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void monthIsWrittenAsWorkbookAndJsonAndSummedUp() throws Exception {
        int exitCode = monthOfTheDemonstration();

        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(written()).containsExactly("report-2026-11.json", "report-2026-11.xlsx");
        assertThat(Files.readString(reports.resolve("report-2026-11.json"))).contains("\"abandonedShort\": 1,");
        assertThat(out.toString().lines())
                .startsWith("2026-11: unknown received, 1 offered, 0 answered, 1 abandoned.")
                .anyMatch(line -> line.startsWith("There is no Master.csv"))
                .anyMatch(line -> line.startsWith("1 line of the queue sprzedaz set aside"));
    }

    @Test
    void dayIsWrittenInTheSameShape() throws Exception {
        int exitCode = run(
                "day",
                "2026-11-23",
                "--from-logs",
                logs.toString(),
                "--out",
                reports.toString(),
                "--hotline",
                DEMONSTRATION.toString());

        assertThat(exitCode).isZero();
        assertThat(written()).containsExactly("report-2026-11-23.json", "report-2026-11-23.xlsx");
        assertThat(Files.readString(reports.resolve("report-2026-11-23.json"))).contains("\"period\": \"2026-11-23\"");
    }

    @Test
    void sameLogsGiveTheSameFiles() throws Exception {
        monthOfTheDemonstration();
        byte[] workbook = Files.readAllBytes(reports.resolve("report-2026-11.xlsx"));
        byte[] json = Files.readAllBytes(reports.resolve("report-2026-11.json"));

        monthOfTheDemonstration();

        assertThat(Files.readAllBytes(reports.resolve("report-2026-11.xlsx"))).isEqualTo(workbook);
        assertThat(Files.readAllBytes(reports.resolve("report-2026-11.json"))).isEqualTo(json);
    }

    @Test
    void filesHaveThePermissionsOfAnyFileTheUserMakes() throws Exception {
        monthOfTheDemonstration();

        Path any = Files.writeString(folder.resolve("any"), "");
        assertThat(written()).containsExactly("report-2026-11.json", "report-2026-11.xlsx");
        for (String name : written()) {
            assertThat(Files.getPosixFilePermissions(reports.resolve(name)))
                    .as(name)
                    .isEqualTo(Files.getPosixFilePermissions(any));
        }
    }

    @Test
    void furtherQueueIsCountedIn() throws Exception {
        int exitCode = month("--hotline", DEMONSTRATION.toString(), "--queue", "sprzedaz:20");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("2 offered").doesNotContain("set aside");
    }

    @Test
    void namedQueuesSufficeWhereThereIsNoHotlineFile() {
        assertThat(month("--queue", "nis2")).isZero();
        assertThat(out.toString()).contains("1 offered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "november", "2026-11-23", "2026", ""})
    void whatIsNoMonthIsWrongUse(String month) throws Exception {
        int exitCode =
                run("month", month, "--from-logs", logs.toString(), "--out", reports.toString(), "--queue", "nis2");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).startsWith("\"" + month + "\" is no month; a month is written like 2026-11");
        assertThat(written()).isEmpty();
    }

    @Test
    void dayThatNoCalendarHasIsWrongUse() {
        assertThat(run("day", "2026-02-30", "--from-logs", logs.toString(), "--queue", "nis2"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("\"2026-02-30\" is no day");
    }

    @Test
    void folderThatIsMissingOrAFileIsWrongUse() {
        assertThat(run(
                        "month",
                        "2026-11",
                        "--from-logs",
                        folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("the folder " + folder.resolve("nowhere") + " does not exist");

        assertThat(run(
                        "month",
                        "2026-11",
                        "--from-logs",
                        logs.resolve("queue_log").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("queue_log is a file; --from-logs takes the folder");
    }

    @Test
    void reportOfNothingAndWithoutLogsIsWrongUse() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("month", "2026-11")).isEqualTo(2);
        assertThat(run("year", "2026")).isEqualTo(2);
    }

    @Test
    void emptyFolderAndOneWithoutQueueLogAreSaid() throws Exception {
        Files.delete(logs.resolve("queue_log"));
        assertThat(monthOfTheDemonstration()).isEqualTo(1);
        assertThat(err.toString()).isEqualTo(String.format("No report: the folder %s is empty.%n", logs));

        Files.writeString(logs.resolve("full.log"), "");
        assertThat(monthOfTheDemonstration()).isEqualTo(1);
        assertThat(err.toString()).contains("has no queue_log");
        assertThat(written()).isEmpty();
    }

    @Test
    void weekIsMondayToSundayWhicheverOfItsDaysIsNamed() throws Exception {
        for (String day : List.of("2026-11-23", "2026-11-29")) {
            assertThat(run("week", day, "--from-logs", logs.toString(), "--queue", "nis2", "--out", reports.toString()))
                    .isZero();
        }

        assertThat(written()).containsExactly("report-2026-W48.json", "report-2026-W48.pdf", "report-2026-W48.xlsx");
        assertThat(Files.readString(reports.resolve("report-2026-W48.json")))
                .contains("\"date\": \"2026-11-23\"", "\"date\": \"2026-11-29\"")
                .doesNotContain("2026-11-22\"", "2026-11-30\"");
    }

    @Test
    void rangeGoesFromItsFirstDayToItsLast() throws Exception {
        String[] rest = {"--from-logs", logs.toString(), "--queue", "nis2", "--out", reports.toString()};
        assertThat(run(with(rest, "range", "2026-11-22", "2026-11-23"))).isZero();
        assertThat(written())
                .containsExactly("report-2026-11-22--2026-11-23.json", "report-2026-11-22--2026-11-23.xlsx");

        assertThat(run(with(rest, "range", "2026-11-23", "2026-11-22"))).isEqualTo(2);
        assertThat(run(with(rest, "range", "2026-11-23", "soon"))).isEqualTo(2);
    }

    @Test
    void callsBehindTheFiguresHaveMaskedNumbersUnlessAskedFor() throws Exception {
        String[] rest = {"--from-logs", logs.toString(), "--queue", "nis2", "--out", reports.toString()};
        assertThat(run(with(rest, "calls", "2026-11"))).isZero();
        assertThat(Files.readString(reports.resolve("calls-2026-11.csv")).lines())
                .containsExactly(
                        "\uFEFFlinkedId;kind;arrived;received;callerNumber;dialledNumber;outcome;waitSeconds;talkSeconds;"
                                + "queues;consultants;endedBy;rejectedOffers;missedOffers;dumped;hungUpEarly;endedByConsultant",
                        "1795424400.7;inbound;2026-11-23T10:00+01:00;false;********200;;abandoned;5;0;nis2;;;0;0;0;0;0");

        assertThat(run(with(rest, "calls", "2026-11", "--numbers"))).isZero();
        assertThat(Files.readString(reports.resolve("calls-2026-11.csv"))).contains(";48600100200;");
    }

    @Test
    void databaseThatHasWhatTheLogsHaveIsVerifiedAndOneThatDiffersIsNot() throws Exception {
        String system = system();

        assertThat(run("verify", "2026-11", "--system", system)).isEqualTo(1);
        assertThat(out.toString()).contains("1795424400.7: only in the logs (abandoned, 2026-11-23T09:00:00Z)");

        keepCallsOfTheLogs();
        assertThat(run("verify", "2026-11", "--system", system)).isZero();
        assertThat(out.toString())
                .contains("2026-11: 1 calls in the logs; the database has the same, and gives the same figures.");
        assertThat(run("calls", "2026-11", "--system", system, "--out", reports.toString()))
                .isZero();
        assertThat(Files.readString(reports.resolve("calls-2026-11.csv"))).contains("1795424400.7;inbound;");
        assertThat(run("month", "2026-11", "--system", system, "--out", reports.toString()))
                .isZero();

        Files.writeString(logs.resolve("queue_log"), """
            1795424400|1795424400.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424406|1795424400.7|nis2|NONE|ABANDON|1|1|6
            """);
        assertThat(run("verify", "2026-11", "--system", system)).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "1795424400.7: wait is PT5S in the database, PT6S in the logs",
                        "the figures differ: calls · 2026-11-23 · waitAbandoned · max is 5 by the database, 6 by the"
                                + " logs");
    }

    @Test
    void reportFromTheDatabaseIsThatFromTheLogsToTheByteAndOutlivesThem() throws Exception {
        String system = system();
        keepCallsOfTheLogs();
        Path ofLogs = Files.createDirectory(folder.resolve("of-logs"));

        assertThat(run("month", "2026-11", "--system", system, "--out", reports.toString()))
                .isZero();
        assertThat(run(
                        "month",
                        "2026-11",
                        "--from-logs",
                        logs.toString(),
                        "--hotline",
                        DEMONSTRATION.toString(),
                        "--out",
                        ofLogs.toString()))
                .isZero();
        for (String file : List.of("report-2026-11.json", "report-2026-11.xlsx")) {
            assertThat(reports.resolve(file)).hasSameBinaryContentAs(ofLogs.resolve(file));
        }
        Map<String, String> figures = callFigures();

        Files.writeString(logs.resolve("queue_log"), """
            1798700000|NONE|NONE|NONE|QUEUESTART|
            """);
        assertThat(run("month", "2026-11", "--system", system, "--out", reports.toString()))
                .isZero();
        assertThat(out.toString()).contains("The logs no longer have every call of this period");
        assertThat(callFigures()).isEqualTo(figures).containsEntry("calls · total · abandoned", "1");
        assertThat(Files.readString(reports.resolve("report-2026-11.json")))
                .as("how the hours were covered is not known, rather than not at all")
                .doesNotContain("\"atLeastOne\": 0");
        assertThat(run("month", "2026-12", "--system", system, "--out", reports.toString()))
                .isZero();
        try (XSSFWorkbook december =
                new XSSFWorkbook(reports.resolve("report-2026-12.xlsx").toFile())) {
            assertThat(StreamSupport.stream(december.getSheetAt(0).spliterator(), false)
                            .filter(row -> row.getCell(0) != null
                                    && row.getCell(0).toString().equals("Połączenia skierowane do kolejki"))
                            .map(row -> row.getCell(2).getNumericCellValue()))
                    .as("beside those of November")
                    .containsExactly(1.0);
        }
    }

    @Test
    void reportIsMadeFromTheLogsWhileTheDatabaseIsAway() throws Exception {
        String system = system();
        Files.createDirectory(folder.resolve("infolinia.db"));

        assertThat(run("month", "2026-11", "--system", system, "--out", reports.toString()))
                .isZero();
        assertThat(out.toString()).contains("The report is counted from the logs alone: ");
    }

    private Map<String, String> callFigures() throws IOException {
        Map<String, String> figures = FlatFigures.of(Files.readAllBytes(reports.resolve("report-2026-11.json")));
        figures.keySet().removeIf(figure -> !figure.startsWith("calls "));
        return figures;
    }

    private String system() throws IOException {
        return Files.writeString(folder.resolve("system.xml"), """
            <system xmlns="https://infolinia.org/system">
              <hotline file="%s"/>
              <database url="jdbc:sqlite:%s"/>
              <public port="1"/>
              <staff port="2"/>
              <agi port="3"/>
              <asterisk generated="/g" sounds="/s" recordings="/r" logs="%s"/>
            </system>
            """.formatted(
                                DEMONSTRATION.toAbsolutePath().normalize(), folder.resolve("infolinia.db"), logs))
                .toString();
    }

    private void keepCallsOfTheLogs() throws Exception {
        ReportRules rules = ReportRules.of(HotlineFile.read(DEMONSTRATION));
        ReportPeriod november = ReportPeriod.month(YearMonth.parse("2026-11"), ZoneId.of("Europe/Warsaw"));
        List<FinishedCall> calls = new ArrayList<>();
        LogCalls.read(
                logs, rules, november, Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC), calls::add);
        try (Database database = Database.open(DatabaseSettings.sqlite(folder.resolve("infolinia.db")))) {
            calls.forEach(new DatabaseFinishedCalls(database)::keep);
        }
    }

    private static String[] with(String[] rest, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }

    @Test
    void unknownQueuesAndBrokenRingTimesAreWrongUse() {
        assertThat(month("--queue", "n i s")).isEqualTo(2);
        assertThat(month("--queue", "nis2:soon")).isEqualTo(2);
        assertThat(month("--queue", "nis2:0")).isEqualTo(2);
        assertThat(month("--hotline", folder.resolve("none.xml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("so the hotline's queues are not known");
    }

    @Test
    void refusedHotlineFileIsShownLineByLine() throws Exception {
        Path broken = Files.writeString(folder.resolve("hotline.xml"), "<hotline>\n</hotline>\n");

        assertThat(month("--hotline", broken.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("hotline.xml:1:");
    }

    @Test
    void placeThatCannotBeWrittenIsSaidAndNothingIsLeft() throws Exception {
        Files.createDirectories(reports.resolve("report-2026-11.json"));
        Files.writeString(reports.resolve("report-2026-11.json").resolve("in the way"), "");

        assertThat(monthOfTheDemonstration()).isEqualTo(1);
        assertThat(err.toString()).startsWith("No report: cannot write to " + reports);
        assertThat(written()).containsExactly("report-2026-11.json");

        assertThat(run(
                        "month",
                        "2026-11",
                        "--from-logs",
                        logs.toString(),
                        "--queue",
                        "nis2",
                        "--out",
                        logs.resolve("queue_log").toString()))
                .isEqualTo(1);
    }

    @Test
    void twoRunsAtOnceGiveWhatOneGives() throws Exception {
        monthOfTheDemonstration();
        byte[] alone = Files.readAllBytes(reports.resolve("report-2026-11.xlsx"));
        Files.delete(reports.resolve("report-2026-11.xlsx"));
        List<Integer> exitCodes = Collections.synchronizedList(new ArrayList<>());
        List<Thread> runs = Stream.generate(() -> new Thread(() -> exitCodes.add(monthOfTheDemonstration())))
                .limit(2)
                .toList();

        runs.forEach(Thread::start);
        for (Thread run : runs) {
            run.join();
        }

        assertThat(exitCodes).containsExactly(0, 0);
        assertThat(written()).containsExactly("report-2026-11.json", "report-2026-11.xlsx");
        assertThat(reports.resolve("report-2026-11.xlsx")).hasBinaryContent(alone);
    }

    @Test
    void workbookIsInEnglishWhereAskedForAndInNoThirdLanguage() throws Exception {
        assertThat(monthOfTheDemonstration()).isZero();
        byte[] polish = Files.readAllBytes(reports.resolve("report-2026-11.xlsx"));

        assertThat(month("--hotline", DEMONSTRATION.toString(), "--language", "en"))
                .isZero();
        assertThat(Files.readAllBytes(reports.resolve("report-2026-11.xlsx"))).isNotEqualTo(polish);
        assertThat(month("--hotline", DEMONSTRATION.toString(), "--language", "de"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("reports are written in pl or en, not in \"de\"");
    }
}
