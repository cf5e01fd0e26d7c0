package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.infolinia.hotline.history.HotlineVersion;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseHotlineHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IvrCommandTest {

    private static final Path DEMONSTRATION = Path.of("../dialplan/hotline.xml");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void soundFileIsSaidToBeInOrder() {
        int exitCode = run("check", DEMONSTRATION.toString());

        assertThat(out.toString()).matches("(?s)in order: \\d+ nodes, \\d+ announcements, 4 queues, 2 languages.*");
        assertThat(exitCode).isZero();
    }

    @Test
    void eachFindingIsALineThatAnEditorCanJumpTo() throws Exception {
        String text = Files.readString(DEMONSTRATION)
                .replace("zone=\"Europe/Warsaw\"", "zone=\"Warszawa\"")
                .replace("topic=\"cra\"", "topic=\"craa\"");
        Path file = Files.writeString(folder.resolve("hotline.xml"), text);

        int exitCode = run("check", file.toString());

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        zone -> assertThat(zone)
                                .matches(".*hotline\\.xml:\\d+:10: there is no time zone \"Warszawa\"; expected: .*"),
                        topic -> assertThat(topic)
                                .matches(".*hotline\\.xml:\\d+:23: there is no topic \"craa\"; expected: .*"));
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void missingFileIsFoundWrongNotACrash() {
        Path none = folder.resolve("none.xml");

        assertThat(run("check", none.toString())).isEqualTo(1);
        assertThat(out.toString())
                .isEqualTo(String.format("%s:0:0: there is no such file; expected: a hotline.xml%n", none));
    }

    @Test
    void withoutAFileItIsTheOneInDialplan() {
        run("check");

        assertThat(out.toString()).startsWith("./dialplan/hotline.xml:0:0: there is no such file");
    }

    @Test
    void theDemonstrationMeetsItsOwnExpectations() {
        assertThat(run("check", DEMONSTRATION.toString())).as(out.toString()).isZero();
        assertThat(out.toString()).matches("(?s).*; \\d+ expectations met\\s*");
    }

    @Test
    void anExpectationThatIsNotMetIsFoundWithFileAndLine() throws Exception {
        Path hotline = Files.copy(DEMONSTRATION, folder.resolve("hotline.xml"));
        Path tests = Files.createDirectory(folder.resolve("tests"));
        Path file = Files.writeString(tests.resolve("a.txt"), """
                # komentarz

                2026-12-24 10:00 | kończy kolejka nis2
                2026-12-24 10:00 | czynnne
                2026-12-24 10:00 | nieczynne
                """);

        assertThat(run("check", hotline.toString())).isEqualTo(1);
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(file + ":3: ends closed, not queue nis2"),
                        second -> assertThat(second).startsWith(file + ":4: \"czynnne\" is not understood; expected: "),
                        last -> assertThat(last).isEqualTo("2 of 3 expectations are not met"));
    }

    @Test
    void expectationsThatAreNoTextAreToldBesideThoseThatAre() throws Exception {
        Path hotline = Files.copy(DEMONSTRATION, folder.resolve("hotline.xml"));
        Path tests = Files.createDirectory(folder.resolve("tests"));
        Files.write(tests.resolve("a.txt"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        Files.writeString(tests.resolve("b.txt"), "2026-11-23 10:00 | closed\n");

        assertThat(run("check", hotline.toString())).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        tests.resolve("a.txt") + ":0: is not UTF-8: save it as UTF-8",
                        tests.resolve("b.txt") + ":1: the hotline is open then",
                        "2 of 2 expectations are not met");
    }

    @Test
    void aSimulatedCallIsToldNodeByNodeToItsEnd() {
        assertThat(run("simulate", DEMONSTRATION.toString(), "--at", "2026-11-23T10:00", "--press", "9,2"))
                .isZero();

        assertThat(out.toString().lines().filter(line -> !line.startsWith("    ")))
                .containsExactly(
                        "Monday, 2026-11-23 10:00: the hotline is open (the day: 2026-11-23 open 08:00-17:00)",
                        "welcome",
                        "main",
                        "welcome-en",
                        "main",
                        "→ waits in queue nis2, at most 900 s; if nobody answers: on to still-busy");
        assertThat(out.toString()).contains("    presses 9", "    en  \"Hello. This is the helpline");
    }

    @Test
    void aYearIsALineADay() {
        assertThat(run("simulate", DEMONSTRATION.toString(), "--calendar", "2027"))
                .isZero();

        assertThat(out.toString().lines())
                .hasSize(365)
                .contains(
                        "2027-01-04 closed Szkolenie konsultantów",
                        "2027-01-05 open 08:00-17:00",
                        "2027-01-06 closed Święto Trzech Króli",
                        "2027-01-09 closed weekend");
    }

    @Test
    void aYearHasEnglishNamesToo() {
        run("simulate", DEMONSTRATION.toString(), "--calendar", "2028", "--lang", "en");

        assertThat(out.toString().lines()).hasSize(366).contains("2028-01-06 closed Epiphany");
    }

    @Test
    void aPictureIsWrittenWhereItIsWanted() throws Exception {
        Path svg = folder.resolve("tree.svg");

        assertThat(run("draw", DEMONSTRATION.toString(), "--out", svg.toString()))
                .isZero();
        assertThat(svg).content().startsWith("<svg").contains("Drzewo infolinii");

        assertThat(run("draw", DEMONSTRATION.toString(), "--format", "mermaid", "--lang", "en"))
                .isZero();
        assertThat(out.toString()).contains("flowchart LR", "Is it open?");
    }

    @Test
    void whatIsNoTimeKeyLanguageOrYearIsWrongUse() {
        assertThat(run("simulate", DEMONSTRATION.toString(), "--at", "today")).isEqualTo(2);
        assertThat(run("simulate", DEMONSTRATION.toString(), "--press", "x")).isEqualTo(2);
        assertThat(run("simulate", DEMONSTRATION.toString(), "--lang", "de")).isEqualTo(2);
        assertThat(run("simulate", DEMONSTRATION.toString(), "--dialled", "a")).isEqualTo(2);
        assertThat(run("simulate", DEMONSTRATION.toString(), "--calendar", "12"))
                .isEqualTo(2);
        assertThat(run("draw", DEMONSTRATION.toString(), "--lang", "de")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("the hotline does not speak \"de\"; it speaks pl, en");
    }

    @Test
    void earlierVersionsAreListedAndPrinted() throws Exception {
        Path system = box();
        try (Database database = Database.open(DatabaseSettings.sqlite(folder.resolve("infolinia.db")))) {
            DatabaseHotlineHistory history = new DatabaseHotlineHistory(database);
            history.inForce(
                    new HotlineVersion("ab".repeat(32), Instant.parse("2026-11-23T08:00:00Z")), "<zażółć/>\r\n");
            history.inForce(new HotlineVersion("cd".repeat(32), Instant.parse("2026-11-24T08:00:00Z")), "second");
        }

        assertThat(run("history", "--system", system.toString())).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "    2  2026-11-24 09:00:00  cdcdcdcdcdcd  in force",
                        "    1  2026-11-23 09:00:00  abababababab");

        out.getBuffer().setLength(0);
        assertThat(run("history", "--system", system.toString(), "--show", "1")).isZero();
        assertThat(out.toString()).isEqualTo("<zażółć/>\r\n");
        assertThat(run("history", "--system", system.toString(), "--show", "7")).isEqualTo(1);
        assertThat(err.toString()).contains("number 7: there is no such version");
    }

    private Path box() throws Exception {
        return Files.writeString(folder.resolve("system.xml"), """
                <system xmlns="https://infolinia.org/system">
                  <hotline file="%1$s/hotline.xml"/>
                  <database url="jdbc:sqlite:%1$s/infolinia.db"/>
                  <public port="1"/>
                  <staff port="1"/>
                  <agi port="4573"/>
                  <asterisk generated="%1$s/generated" sounds="%1$s/sounds" recordings="/srv/recordings"
                            logs="/nowhere"/>
                </system>
                """.formatted(folder));
    }

    @Test
    void twoFilesAreWrongUse() {
        assertThat(run("check", "a", "b")).isEqualTo(2);
        assertThat(err.toString()).contains("Unmatched argument");
    }

    private int run(String... arguments) {
        List<String> words = new ArrayList<>(List.of("ivr"));
        words.addAll(List.of(arguments));
        return Infolinia.commandLine(Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
    }
}
