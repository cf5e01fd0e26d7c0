package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.infolinia.agi.announcements.Voice;
import org.infolinia.agi.announcements.VoiceFailed;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.xml.HotlineFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class PrepareCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    /** One of each announcement in two languages, and what the program says besides. */
    private int sounds;

    private Path generated = Path.of("");
    private Path hotline = Path.of("");
    private Path system = Path.of("");

    @BeforeEach
    void aBox() throws Exception {
        sounds = 2
                        * HotlineFile.read(Path.of("../dialplan/hotline.xml"))
                                .announcements()
                                .size()
                + OwnWords.all().texts().values().stream()
                        .mapToInt(texts -> texts.byLanguage().size())
                        .sum();
        generated = folder.resolve("generated");
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

    @Test
    void filesAreRenderedAndEveryAnnouncementSpokenInEachLanguage() throws Exception {
        assertThat(prepare(new Murmur())).isZero();

        assertThat(Files.readString(generated.resolve("queues.conf"))).contains("[nis2](infolinia-queue)");
        assertThat(Files.readString(generated.resolve("extensions.conf"))).contains("INFOLINIA_AGI=127.0.0.1:4573");
        assertThat(Files.readString(generated.resolve("hotline.conf")))
                .contains("20281225 = 0")
                .doesNotContain("20291225");
        assertThat(folder.resolve("sounds/pl/infolinia/welcome.wav")).exists();
        assertThat(folder.resolve("sounds/en/infolinia/signed-out.wav16")).exists();
        assertThat(folder.resolve("sounds/pl/infolinia/studio-pin.wav")).exists();
        assertThat(out.toString())
                .isEqualTo(String.format("announcements: 0 recorded, 0 spoken before, %d spoken now%n", sounds));
        try (var files = Files.list(generated)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "queues.conf", "extensions.conf", "hotline.conf", "outbound.conf", "pjsip-trunks.conf");
        }
    }

    @Test
    void doneTwiceNothingIsSpokenAgain() {
        prepare(new Murmur());

        assertThat(prepare(new Murmur())).isZero();
        assertThat(out.toString())
                .endsWith(String.format("announcements: 0 recorded, %d spoken before, 0 spoken now%n", sounds));
    }

    @Test
    void aRefusedHotlineXmlIsToldWithItsPlaceAndOverwritesNothing() throws Exception {
        prepare(new Murmur());
        String queues = Files.readString(generated.resolve("queues.conf"));
        String extensions = Files.readString(generated.resolve("extensions.conf"));
        Files.writeString(
                hotline,
                Files.readString(hotline)
                        .replace("<queue name=\"nis2\" topic=\"nis2\"", "<queue name=\"nis-2\" topic=\"nis3\""));

        assertThat(prepare(new Murmur())).isEqualTo(1);

        assertThat(err.toString().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches(".*/hotline\\.xml:\\d+:\\d+: .*"));
        assertThat(Files.readString(generated.resolve("queues.conf"))).isEqualTo(queues);
        assertThat(Files.readString(generated.resolve("extensions.conf"))).isEqualTo(extensions);
    }

    @Test
    void aVoiceThatFailsIsToldForEachSoundAndKeepsNothingFromStarting() {
        assertThat(prepare(new Hoarse())).isZero();

        assertThat(err.toString().lines())
                .hasSize(sounds)
                .allMatch(line -> line.endsWith(".wav: no voice: install one"));
        assertThat(generated.resolve("queues.conf")).exists();
    }

    @Test
    void aFolderThatCannotBeMadeIsOneSentence() throws Exception {
        Files.createFile(generated);

        assertThat(prepare(new Murmur())).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains(generated.toString());
    }

    private int prepare(Voice voice) {
        return new CommandLine(new PrepareCommand(CLOCK, voice))
                .setExecutionExceptionHandler(new PlainFaults())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("--system", system.toString());
    }

    private static final class Hoarse implements Voice {

        @Override
        public String manner() {
            return "hoarse";
        }

        @Override
        public void speak(String text, Language language, SoundPair into, Duration within) throws VoiceFailed {
            throw new VoiceFailed("no voice: install one");
        }
    }
}
