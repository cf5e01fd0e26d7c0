package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report where the disk is full, which is a tiny file system in a mount namespace of its own. */
class FullDiskTest {

    @TempDir
    Path folder;

    private Path logs;
    private Path reports;
    private Path tiny;

    @BeforeEach
    void oneCall() throws Exception {
        logs = Files.createDirectory(folder.resolve("logs"));
        reports = Files.createDirectory(folder.resolve("reports"));
        tiny = Files.createDirectory(folder.resolve("tiny"));
        Files.writeString(logs.resolve("queue_log"), """
            1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424412|1795424390.7|nis2|anna|CONNECT|12|1795424401.8|9
            1795424512|1795424390.7|nis2|anna|COMPLETECALLER|12|100|1
            """);
    }

    /** Full in the first sheet, in the middle of the workbook, near its end. */
    @ParameterizedTest
    @ValueSource(ints = {8, 24, 48, 64, 80, 100})
    void temporaryFolderThatIsFullIsOneSentenceAndNoHalfReport(int kilobytes) throws Exception {
        List<String> said = report(kilobytes, tiny, reports);

        assertThat(said).hasSize(2);
        assertThat(said.get(0))
                .startsWith("No report: ")
                .contains("temporary files in " + tiny, "No space left on device");
        assertThat(said.get(1)).isEqualTo("exit code 1");
        assertThat(written()).isEmpty();
    }

    @Test
    void placeThatIsFullIsOneSentenceAndNoHalfReport() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));

        List<String> said = report(16, temporary, tiny);

        assertThat(said)
                .containsExactly("No report: cannot write to " + tiny + ": No space left on device.", "exit code 1");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** All that the command says, its exit code, and the files that it left on the full disk. */
    private List<String> report(int kilobytes, Path temporary, Path to) throws Exception {
        Process process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=" + kilobytes + "k tmpfs \"$0\" || exit; \"$@\"; echo exit code $?;"
                                + " find \"$0\" -type f",
                        tiny.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        // What the program logs on a box, not what tests see.
                        "-Dlogback.configurationFile=src/main/resources/logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.infolinia.launcher.Infolinia",
                        "report",
                        "month",
                        "2026-11",
                        "--from-logs",
                        logs.toString(),
                        "--hotline",
                        "../dialplan/hotline.xml",
                        "--out",
                        to.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }

    private List<Path> written() throws Exception {
        try (Stream<Path> files = Files.list(reports)) {
            return files.toList();
        }
    }
}
