package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded, what is not, and who gets it. */
class RecordingTest {

    /** The tone that is heard on the other side when a recording is paused. */
    private static final int PAUSE_HERTZ = 440;

    private static Instance instance;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up(
                Instance.briefHotline().replace("longest-pause-seconds=\"120\"", "longest-pause-seconds=\"10\""));
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @AfterEach
    void clear() {
        instance.clear();
    }

    @Test
    void pauseLeavesSilenceOfItsLengthAndAMark() throws IOException {
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(9));

        String id;
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            call.isConnected();
            call.afterwards(Duration.ofSeconds(2), () -> anna.press("*8"));
            call.pauses();
            call.afterwards(Duration.ofSeconds(3), () -> anna.press("*8"));
            call.resumes();
            id = call.ends().linkedId;
        }

        Path file = instance.recording(id).orElseThrow();
        Sound recording = Sound.ofWav(file);
        assertThat(recording.silentSeconds()).isCloseTo(3.2, within(0.7));
        assertThat(recording.seconds()).isCloseTo(9.0, within(1.0));
        assertThat(instance.queueLog(id))
                .anyMatch(line -> line.contains("|nis2|anna|RECPAUSE|"))
                .anyMatch(line -> line.contains("|nis2|anna|RECRESUME|"));
        assertThat(Path.of(file.toString().replace(".wav", ".marks")))
                .content()
                .matches("PAUSE 2\\d{3}\nRESUME 5\\d{3}\n");
        assertThat(Sound.ofAlaw(anna.heard()).likeness(Sound.ofWav(instance.sound("pl", "recording-paused"))))
                .isGreaterThan(0.8);
    }

    @Test
    void conversationThatEndsInAPauseEndsInSilence() {
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(6));

        String id;
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            call.isConnected();
            call.afterwards(Duration.ofSeconds(2), () -> anna.press("*8"));
            call.pauses();
            id = call.ends().linkedId;
        }

        Sound recording = Sound.ofWav(instance.recording(id).orElseThrow());
        assertThat(recording.seconds()).isCloseTo(6.0, within(1.0));
        assertThat(recording.silentSeconds()).isCloseTo(3.6, within(1.0));
    }

    @Test
    void pauseThatIsForgottenEndsByItselfAndTheCallerHearsAToneMeanwhile() {
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(17));

        String id;
        byte[] heard;
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            call.isConnected();
            call.afterwards(Duration.ofSeconds(2), () -> anna.press("*8"));
            call.pauses();
            id = call.ends().linkedId;
            heard = call.heard();
        }

        Sound recording = Sound.ofWav(instance.recording(id).orElseThrow());
        assertThat(recording.seconds()).isCloseTo(17.0, within(1.5));
        assertThat(recording.silentSeconds()).isCloseTo(10.0, within(1.0));
        assertThat(recording.eachSecond().subList(14, 16))
                .as("what is said after the pause is recorded again")
                .allMatch(second -> second.shareAt(ConsultantPhone.HERTZ) > 0.1);
        assertThat(Sound.ofAlaw(heard).secondsOf(PAUSE_HERTZ)).isGreaterThan(0.05);
    }

    @Test
    void callersKeysDoNotPauseTheRecording() {
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(4));

        String id;
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            call.isConnected();
            call.pressesAfter(Duration.ofSeconds(1), "*8");
            id = call.ends().linkedId;
            assertThat(Sound.ofAlaw(call.heard()).secondsOf(PAUSE_HERTZ)).isZero();
        }

        assertThat(instance.queueLog(id)).noneMatch(line -> line.contains("|RECPAUSE|"));
        assertThat(Sound.ofWav(instance.recording(id).orElseThrow()).silentSeconds())
                .isLessThan(0.5);
    }

    @Test
    void callerWhoDeclinesIsServedAllTheSameAndNotRecorded() {
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(2));

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("5");
            call.reaches("say-unrecorded").reaches("main").presses("2");
            assertThat(call.isConnected()).isEqualTo("anna");
            call.ends();

            assertThat(instance.recordings(call.linkedId)).isEmpty();
            assertThat(instance.queueLog(call.linkedId)).anyMatch(line -> line.contains("|nis2|anna|RECNONE|DECLINED"));
            assertThat(instance.folder.resolve("recordings/unrecorded"))
                    .isDirectoryContaining(file -> file.toString().contains("+" + call.linkedId + "+"));
        }
    }

    @Test
    void exportedZipHoldsMp3FilesThatCanBePlayedAndAManifestThatFitsThem() throws IOException {
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(3));
        String id;
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            call.isConnected();
            id = call.ends().linkedId;
        }
        String yesterday = LocalDate.now(Instance.ZONE).minusDays(1).toString();
        String today = LocalDate.now(Instance.ZONE).toString();

        Instance.Ran ran = instance.command(
                "recordings",
                "export",
                "--from",
                yesterday,
                "--to",
                today,
                "--consultant",
                "anna",
                "--format",
                "mp3",
                "--zip",
                "--out",
                instance.folder.resolve("exported").toString());

        assertThat(ran.output()).contains(" exported, 0 not");
        Path zip = instance.folder.resolve("exported/recordings-" + yesterday + "-to-" + today + ".zip");
        Path opened = Files.createDirectories(instance.folder.resolve("opened"));
        assertThat(Instance.run(List.of("unzip", "-q", zip.toString(), "-d", opened.toString()))
                        .code())
                .isZero();
        String manifest = Files.readString(opened.resolve("manifest.csv"));
        String[] cells = manifest.lines()
                .filter(line -> line.contains(";" + id + ";"))
                .findFirst()
                .orElseThrow()
                .split(";");
        Path mp3 = opened.resolve(cells[0]);
        assertThat(Instance.run(List.of("sha256sum", mp3.toString())).output()).startsWith(cells[9]);
        Path back = opened.resolve("back.wav");
        assertThat(Instance.run(List.of("lame", "--silent", "--decode", mp3.toString(), back.toString()))
                        .code())
                .isZero();
        assertThat(Sound.ofWav(back).seconds()).isCloseTo(3.0, within(1.0));
    }
}
