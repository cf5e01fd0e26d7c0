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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as an administrator types it; files are made and read by the real programs. */
final class PromptsCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path hotline = Path.of("");
    private Path system = Path.of("");

    /**
     * @param code exit code
     */
    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void aBox() throws Exception {
        hotline = Files.copy(Path.of("../dialplan/hotline.xml"), folder.resolve("hotline.xml"));
        system = Files.writeString(folder.resolve("system.xml"), """
                <system xmlns="https://infolinia.org/system">
                  <hotline file="%1$s/hotline.xml"/>
                  <database url="jdbc:sqlite:/nowhere"/>
                  <public port="1"/>
                  <staff port="1"/>
                  <agi port="4573"/>
                  <asterisk generated="%1$s/generated" sounds="%1$s/sounds" recordings="/srv/recordings"
                            logs="/nowhere"/>
                </system>
                """.formatted(folder));
    }

    private Ran prompts(String... arguments) {
        List<String> words = new ArrayList<>(List.of("prompts", "--system", system.toString()));
        words.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Infolinia.commandLine(CLOCK)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    private String tone(String name, String... effects) throws Exception {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(
                List.of("ffmpeg", "-y", "-loglevel", "error", "-f", "lavfi", "-i", "sine=frequency=440:duration=2"));
        command.addAll(List.of(effects));
        command.add(file.toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return file.toString();
    }

    @Test
    void importedFileIsListedWithItsVersionLengthTimeAndWhoBroughtIt() throws Exception {
        Ran ran = prompts("import", "welcome", "--lang", "pl", "--by", "anna", tone("tone.mp3"));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .isEqualTo(String.format("welcome in pl is version 1 now, 0:02 long; the next caller hears it%n"));
        assertThat(ran.code()).isZero();
        assertThat(prompts("list").out().lines())
                .contains("  1  welcome                  pl    recorded         1    0:02  2026-11-23 10:00  anna")
                .contains("  1  welcome                  en    missing                  ?");
    }

    @Test
    void recordingOfAnotherTextIsStale() throws Exception {
        prompts("import", "1", "--lang", "pl", "--by", "anna", tone("tone.wav"));
        Files.writeString(
                hotline,
                Files.readString(hotline).replace("Dzień dobry. Tu infolinia dla", "Witamy. Tu infolinia dla"));

        assertThat(prompts("list").out()).contains("  1  welcome                  pl    STALE            1");
        assertThat(prompts("versions", "welcome", "--lang", "pl").out())
                .isEqualTo(String.format("welcome in pl:%n    0  the synthetic voice%n"
                        + "  * 1   0:02  2026-11-23 10:00  by anna, tone.wav; of another text: "
                        + "Dzień dobry. Tu infolinia dla przedsiębiorców korzystających…%n"));
    }

    @Test
    void earlierVersionsAndTheVoiceComeBack() throws Exception {
        prompts("import", "welcome", "--lang", "pl", tone("one.flac"));
        prompts("import", "welcome", "--lang", "pl", tone("two.ogg"));

        assertThat(prompts("revert", "welcome", "--lang", "pl", "--to", "1").out())
                .isEqualTo(String.format("welcome in pl is version 1 again; the next caller hears it%n"));
        assertThat(prompts("versions", "welcome", "--lang", "pl").out())
                .contains("  * 1 ", "one.flac", "    2 ", "two.ogg");
        assertThat(prompts("revert", "welcome", "--lang", "pl", "--to", "0").out())
                .isEqualTo(String.format("welcome in pl is the synthetic voice again; the next caller hears it%n"));
        assertThat(prompts("list").out()).contains("  1  welcome                  pl    synthetic");
        Ran none = prompts("revert", "welcome", "--lang", "pl", "--to", "7");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err())
                .isEqualTo(String.format("welcome in pl has no version 7: see ./infolinia prompts versions welcome%n"));
    }

    @Test
    void whatCallersHearCanBeTakenOutAndNoFileIsOverwritten() throws Exception {
        prompts("import", "welcome", "--lang", "pl", tone("one.wav"));
        String out = folder.resolve("out.wav").toString();

        assertThat(prompts("export", "welcome", "--lang", "pl", "--out", out).code())
                .isZero();
        assertThat(Path.of(out)).hasSameBinaryContentAs(folder.resolve("sounds/pl/infolinia/welcome.wav16"));
        assertThat(prompts("export", "welcome", "--lang", "pl", "--version", "1", "--out", out))
                .isEqualTo(new Ran(
                        1, "", String.format("there is a file %s already: name another one, or move it away%n", out)));
    }

    @Test
    void refusedFileIsToldInOneSentenceWithNumbers() throws Exception {
        Ran clipped = prompts("import", "welcome", "--lang", "pl", tone("loud.wav", "-af", "volume=40dB"));
        Ran silent = prompts("import", "welcome", "--lang", "pl", tone("low.wav", "-af", "volume=-60dB"));

        assertThat(clipped.code()).isEqualTo(1);
        assertThat(clipped.err()).contains("loud.wav is clipped: ", " % of it", "Nothing has changed.");
        assertThat(silent.err()).contains("low.wav is silent or nearly so (");
        assertThat(prompts("list").out()).contains("  1  welcome                  pl    missing");
    }

    @Test
    void wrongUseIsToldWithWhatThereIs() throws Exception {
        Ran unknown = prompts("import", "welcom", "--lang", "pl", tone("tone.wav"));

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("there is no announcement \"welcom\" in pl; there are: welcome, recording-notice,");
        assertThat(prompts("import", "welcome", "--lang", "polski", "x.wav").err())
                .contains("--lang: language \"polski\"");
        assertThat(prompts().code()).isEqualTo(2);
        assertThat(prompts("import", "welcome", "--lang", "pl", "/nowhere.wav"))
                .isEqualTo(new Ran(1, "", String.format("there is no file /nowhere.wav%n")));
    }
}
