package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code report} as a process of its own: where no file may grow any more, as on a full disk, and two at once. */
final class ReportProcessTest {

    private static final String CALL = """
            1795424400|1795424400.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424405|1795424400.7|nis2|NONE|ABANDON|1|1|5
            """;

    @TempDir
    Path folder;

    private Path logs = Path.of("");
    private Path reports = Path.of("");
    private Path temporary = Path.of("");

    @BeforeEach
    void writeLogs() throws Exception {
        logs = Files.createDirectory(folder.resolve("logs"));
        reports = Files.createDirectory(folder.resolve("reports"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
        Files.writeString(logs.resolve("queue_log"), CALL);
    }

    /** What a process said on either stream, and how it ended. */
    private record Ran(int code, String out, String err) {}

    /** @param room kilobytes that a file may have; {@code unlimited} for any */
    private Process start(String room, String... report) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "bash",
                "-c",
                "ulimit -f $0; exec \"$@\"",
                room,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A file of its own, which has no room either.
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Infolinia.class.getName(),
                "report"));
        words.addAll(List.of(report));
        words.addAll(List.of("--from-logs", logs.toString(), "--queue", "nis2", "--out", reports.toString()));
        return new ProcessBuilder(words).start();
    }

    private Ran run(String room, String... report) throws Exception {
        Process process = start(room, report);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, err);
    }

    private static Map<String, byte[]> files(Path where) throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(where)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource({"month, 0", "month, 1", "month, 4", "month, 12", "month, 20", "week, 12", "week, 16", "calls, 0"})
    void fullDiskIsOneSentenceAndTheOldFilesStayAsTheyWere(String what, String room) throws Exception {
        String days = what.equals("week") ? "2026-11-23" : "2026-11";
        assertThat(run("unlimited", what, days).code()).isZero();
        Map<String, byte[]> before = files(reports);
        Files.writeString(logs.resolve("queue_log"), CALL + CALL.replace("1795424400.7", "1795424400.8"));

        Ran full = run(room, what, days);

        assertThat(full.code()).as(full.out() + full.err()).isEqualTo(1);
        assertThat(full.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("No report: cannot write to " + reports + ": "));
        assertThat(full.out()).isEmpty();
        assertThat(files(reports)).isNotEmpty().usingRecursiveComparison().isEqualTo(before);
        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void twoAtOnceWriteOneWholeReport() throws Exception {
        assertThat(run("unlimited", "month", "2026-11").code()).isZero();
        Map<String, byte[]> alone = files(reports);
        for (String name : alone.keySet()) {
            Files.delete(reports.resolve(name));
        }

        List<Process> both = List.of(start("unlimited", "month", "2026-11"), start("unlimited", "month", "2026-11"));

        for (Process one : both) {
            assertThat(one.waitFor()).isZero();
            assertThat(one.getErrorStream().readAllBytes()).isEmpty();
        }
        assertThat(files(reports)).usingRecursiveComparison().isEqualTo(alone);
    }
}
