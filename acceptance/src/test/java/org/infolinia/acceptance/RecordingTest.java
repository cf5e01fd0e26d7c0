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
    void pauseLeavesSilenceOfItsLengthAndAMark() {
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(60));
        Lasting talk = new Lasting();
        Lasting pause = new Lasting();

        String id;
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            talk.begins(call::isConnected);
            call.afterwards(Duration.ofSeconds(2), () -> anna.press("*8"));
            pause.begins(call::pauses);
            call.afterwards(Duration.ofSeconds(3), () -> anna.press("*8"));
            pause.ends(call::resumes);
            talk.ends(call.staysFor(Duration.ofSeconds(3))::hangsUp);
            id = call.ends().linkedId;
        }

        Path file = instance.recording(id).orElseThrow();
        Sound recording = Sound.ofWav(file);
        Marks marks = Marks.of(file);
        assertThat(marks.pause()).isGreaterThan(1500);
        pause.hasLasted("the pause", (marks.resume() - marks.pause()) / 1000.0);
        assertThat(recording.silentSeconds()).isCloseTo((marks.resume() - marks.pause()) / 1000.0, within(0.7));
        talk.hasLasted("the recording", recording.seconds());
        assertThat(instance.queueLog(id))
                .anyMatch(line -> line.contains("|nis2|anna|RECPAUSE|"))
                .anyMatch(line -> line.contains("|nis2|anna|RECRESUME|"));
        assertThat(Sound.ofAlaw(anna.heard()).likeness(Sound.ofWav(instance.sound("pl", "recording-paused"))))
                .isGreaterThan(0.8);
    }

    @Test
    void conversationThatEndsInAPauseEndsInSilence() {
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(60));
        Lasting talk = new Lasting();
        Lasting pause = new Lasting();

        String id;
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            talk.begins(call::isConnected);
            call.afterwards(Duration.ofSeconds(2), () -> anna.press("*8"));
            pause.begins(call::pauses);
            call.staysFor(Duration.ofSeconds(3));
            pause.ends(() -> talk.ends(call::hangsUp));
            id = call.ends().linkedId;
        }

        Path file = instance.recording(id).orElseThrow();
        Sound recording = Sound.ofWav(file);
        talk.hasLasted("the recording", recording.seconds());
        pause.hasLasted("the silence at the end", recording.silentSeconds());
        assertThat(recording.seconds() - Marks.of(file).pause() / 1000.0)
                .isCloseTo(recording.silentSeconds(), within(0.7));
    }

    @Test
    void pauseThatIsForgottenEndsByItselfAndTheCallerHearsAToneMeanwhile() {
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(60));

        Lasting talk = new Lasting();
        String id;
        byte[] heard;
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            talk.begins(call::isConnected);
            call.afterwards(Duration.ofSeconds(2), () -> anna.press("*8"));
            call.pauses();
            talk.ends(call.staysFor(Duration.ofSeconds(15))::hangsUp);
            id = call.ends().linkedId;
            heard = call.heard();
        }

        Path file = instance.recording(id).orElseThrow();
        Sound recording = Sound.ofWav(file);
        int over = Marks.of(file).pause() / 1000 + 12;
        talk.hasLasted("the recording", recording.seconds());
        assertThat(recording.silentSeconds()).isCloseTo(10.0, within(1.0));
        assertThat(recording.eachSecond().subList(over, over + 2))
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
