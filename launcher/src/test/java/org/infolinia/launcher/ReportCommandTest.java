package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

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
        return new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
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
}
