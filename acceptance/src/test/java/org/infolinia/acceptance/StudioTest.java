package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Announcements that are recorded by telephone or brought as files, and what the next caller hears. */
class StudioTest {

    private static final Pattern LOUDNESS = Pattern.compile("I:\\s+(-?\\d+\\.\\d) LUFS");

    private static Instance instance;

    @TempDir
    Path folder;

    @BeforeAll
    static void bringUp() {
        instance = Instance.up();
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    /** Nobody signs in to a queue here, so that the sound alone is put back. */
    @AfterEach
    void putTheVoiceBack() {
        instance.command("prompts", "revert", "welcome", "--lang", "pl", "--to", "0");
    }

    /** A consultant in the studio, led from question to question by what Asterisk says of the call. */
    private static final class StudioVisit implements AutoCloseable {

        private final AsteriskEvents events = instance.events();
        private final ConsultantPhone phone;

        StudioVisit(String name) {
            phone = new ConsultantPhone(instance.sip(), name, instance.secret(name));
            phone.register();
            phone.call("*77");
        }

        StudioVisit isAsked(String question) {
            events.await(
                    question,
                    Instance.patience(),
                    event -> "INFOLINIA_STUDIO".equals(event.get("Variable")) && question.equals(event.get("Value")));
            return this;
        }

        StudioVisit presses(String keys) {
            phone.press(keys);
            return this;
        }

        StudioVisit isLetIn() {
            return isAsked("studio-pin")
                    .presses(instance.secret("studio") + "#")
                    .isAsked("studio-number");
        }

        /** Waits until what is recorded now is so long: each second of it is 16 kB. */
        StudioVisit speaksFor(int seconds) throws IOException {
            isAsked("recording");
            Path spool = instance.folder.resolve("asterisk/spool/studio");
            long deadline = System.nanoTime() + Instance.patience().toNanos();
            while (recordedBytes(spool) < seconds * 16_000L) {
                assertThat(System.nanoTime()).as("the recording grows").isLessThan(deadline);
                Thread.onSpinWait();
            }
            return this;
        }

        private static long recordedBytes(Path spool) throws IOException {
            long bytes = 0;
            try (var files = Files.newDirectoryStream(spool, "*.wav")) {
                for (Path file : files) {
                    bytes += Files.size(file);
                }
            }
            return bytes;
        }

        Sound ends() {
            phone.awaitEnd();
            return Sound.ofAlaw(phone.heard());
        }

        Sound heard() {
            return Sound.ofAlaw(phone.heard());
        }

        @Override
        public void close() {
            phone.close();
            events.close();
        }
    }

    @Test
    void whatIsRecordedByTelephoneAndKeptIsHeardByTheNextCaller() throws IOException {
        try (StudioVisit anna = new StudioVisit("anna")) {
            anna.isLetIn().presses("1#").isAsked("studio-menu");
            assertThat(anna.heard().likeness(Sound.ofWav(instance.sound("pl", "welcome"))))
                    .as("the present announcement is played first")
                    .isGreaterThan(0.8);

            anna.presses("1").speaksFor(2).presses("#").isAsked("studio-keep");
            assertThat(anna.heard().secondsOf(ConsultantPhone.HERTZ))
                    .as("the recording is played back")
                    .isBetween(1.5, 3.5);
            anna.presses("1").isAsked("studio-menu").presses("#");
            anna.ends();
        }

        assertThat(instance.command("prompts", "list").output())
                .containsPattern("1  welcome +pl +recorded +\\d+ +0:0[23] .* anna");
        Path kept = instance.sound("pl", "welcome");
        assertThat(loudness(kept)).isCloseTo(-23, within(0.5));
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").hangsUp();
            call.ends();
            Sound heard = Sound.ofAlaw(call.heard());
            assertThat(heard.secondsOf(ConsultantPhone.HERTZ)).isBetween(1.5, 3.5);
            assertThat(heard.likeness(Sound.ofWav(kept))).isGreaterThan(0.9);
        }
        assertThat(instance.folder.resolve("asterisk/spool/studio")).isEmptyDirectory();
    }

    @Test
    void discardedRecordingAndOneThatIsTooShortChangeNothing() throws IOException {
        try (StudioVisit anna = new StudioVisit("anna")) {
            anna.isLetIn().presses("1#").isAsked("studio-menu");
            anna.presses("1")
                    .speaksFor(1)
                    .presses("#")
                    .isAsked("studio-keep")
                    .presses("*")
                    .isAsked("studio-menu");
            anna.presses("1")
                    .isAsked("recording")
                    .presses("#")
                    .isAsked("studio-menu")
                    .presses("#");

            Sound heard = anna.ends();

            assertThat(heard.likeness(Sound.ofWav(instance.sound("pl", "studio-discarded"))))
                    .isGreaterThan(0.8);
            assertThat(heard.likeness(Sound.ofWav(instance.sound("pl", "studio-too-short"))))
                    .isGreaterThan(0.8);
        }
        assertThat(instance.command("prompts", "list").output()).containsPattern("1  welcome +pl +synthetic");
    }

    @Test
    void telephoneThatGivesThreeWrongPinsIsLockedAndNoLogHoldsAPin() throws IOException {
        String wrong = "135791357913";
        try (StudioVisit guesser = new StudioVisit("filip")) {
            for (int i = 0; i < 3; i++) {
                guesser.isAsked("studio-pin").presses(wrong);
            }
            assertThat(guesser.ends().likeness(Sound.ofWav(instance.sound("pl", "studio-locked"))))
                    .isGreaterThan(0.8);
        }
        try (StudioVisit again = new StudioVisit("filip")) {
            assertThat(again.ends().likeness(Sound.ofWav(instance.sound("pl", "studio-locked"))))
                    .as("not even asked")
                    .isGreaterThan(0.8);
        }
        try (StudioVisit other = new StudioVisit("anna")) {
            other.isLetIn();
        }

        assertThat(instance.servicesLog())
                .contains("studio: filip gave a wrong PIN; that telephone is locked for 1 min");
        for (String secret : List.of(wrong, instance.secret("studio"))) {
            assertThat(instance.servicesLog()).doesNotContain(secret);
            assertThat(instance.asteriskLog()).doesNotContain(secret);
            assertThat(Files.readString(instance.folder.resolve("asterisk/log/cdr-csv/Master.csv")))
                    .doesNotContain(secret);
        }
    }

    @Test
    void studioSaysThatItIsAwayWhenTheProgramIs() {
        instance.killServices();
        try (StudioVisit anna = new StudioVisit("anna")) {
            assertThat(anna.ends().likeness(Sound.ofWav(instance.sound("pl", "studio-away"))))
                    .isGreaterThan(0.8);
        } finally {
            instance.upAgain();
        }
    }

    @Test
    void fileOfEachKindIsHeardByTheNextCallerAtTheSameLoudness() throws IOException {
        for (List<String> kind : List.of(
                List.of("wav", "pcm_s16le", "-3"),
                List.of("mp3", "libmp3lame", "-10"),
                List.of("ogg", "libvorbis", "-20"),
                List.of("flac", "flac", "-25"),
                List.of("m4a", "aac", "-15"))) {
            Path file = speech(kind.get(0), kind.get(1), kind.get(2));

            Instance.Ran ran = instance.command("prompts", "import", "welcome", "--lang", "pl", file.toString());

            assertThat(ran.code()).as(ran.output()).isZero();
            assertThat(loudness(instance.sound("pl", "welcome"))).isCloseTo(-23, within(0.6));
            assertThat(loudness(wide())).isCloseTo(-23, within(0.6));
        }

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").hangsUp();
            call.ends();
            assertThat(Sound.ofAlaw(call.heard()).likeness(Sound.ofWav(instance.sound("pl", "welcome"))))
                    .isGreaterThan(0.8);
        }
    }

    @Test
    void refusedFileIsToldWithNumbersAndCallersHearWhatTheyHeard() throws IOException {
        byte[] before = Files.readAllBytes(instance.sound("pl", "welcome"));

        Instance.Ran clipped = instance.command(
                "prompts",
                "import",
                "welcome",
                "--lang",
                "pl",
                speech("wav", "pcm_s16le", "25").toString());

        assertThat(clipped.code()).isEqualTo(1);
        assertThat(clipped.output()).containsPattern("speech.wav is clipped: \\d+\\.\\d % of it is cut off");
        assertThat(instance.sound("pl", "welcome")).hasBinaryContent(before);
    }

    private static Path wide() {
        Path wav = instance.sound("pl", "welcome");
        return wav.resolveSibling("welcome.wav16");
    }

    /** Somebody speaks for some seconds, in a file of that kind whose loudest sample is at so many decibels. */
    private Path speech(String kind, String coding, String decibels) {
        Path spoken = folder.resolve("spoken.wav");
        Path levelled = folder.resolve("levelled.wav");
        Path file = folder.resolve("speech." + kind);
        run(
                "espeak-ng",
                "-v",
                "pl",
                "-w",
                spoken.toString(),
                "Dzień dobry, tu infolinia. Proszę czekać na konsultanta.");
        run(
                "sox",
                "-V1",
                spoken.toString(),
                levelled.toString(),
                "gain",
                "-n",
                "-1",
                "gain",
                Integer.toString(Integer.parseInt(decibels) + 1));
        run(
                "ffmpeg",
                "-y",
                "-loglevel",
                "error",
                "-i",
                levelled.toString(),
                "-ar",
                "44100",
                "-c:a",
                coding,
                file.toString());
        return file;
    }

    /** By another's meter than ours. */
    private static double loudness(Path file) {
        String said = run(
                "ffmpeg",
                "-hide_banner",
                "-nostats",
                "-f",
                "wav",
                "-i",
                file.toString(),
                "-af",
                "ebur128",
                "-f",
                "null",
                "-");
        Matcher all = LOUDNESS.matcher(said);
        String last = "";
        while (all.find()) {
            last = all.group(1);
        }
        return Double.parseDouble(last);
    }

    private static String run(String... command) {
        Instance.Ran ran = Instance.run(Arrays.asList(command));
        assertThat(ran.code()).as(ran.output()).isZero();
        return ran.output();
    }
}
