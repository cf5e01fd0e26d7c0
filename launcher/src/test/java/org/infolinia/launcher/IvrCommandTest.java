package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class IvrCommandTest {

    private static final Path DEMONSTRATION = Path.of("../dialplan/hotline.xml");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void soundFileIsSaidToBeInOrder() {
        int exitCode = run("check", DEMONSTRATION.toString());

        assertThat(out.toString())
                .isEqualTo(String.format("in order: 19 nodes, 14 announcements, 4 queues, 2 languages%n"));
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
    void twoFilesAreWrongUse() {
        assertThat(run("check", "a", "b")).isEqualTo(2);
        assertThat(err.toString()).contains("Unmatched argument");
    }

    private int run(String... arguments) {
        return new CommandLine(new IvrCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
