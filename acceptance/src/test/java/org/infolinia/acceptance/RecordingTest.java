package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.infolinia.launcher.phone.Caller;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded, what is not, and who gets it. */
class RecordingTest {

    private static Instance instance;

    @BeforeAll
    static void bringUp() {
        instance = Instance.up();
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
        System.err.println(recording.seconds() + " s, silent " + recording.silentSeconds() + ", caller "
                + recording.secondsOf(Caller.HERTZ));
        System.err.println(Files.readString(Path.of(file.toString().replace(".wav", ".marks"))));
        assertThat(recording.silentSeconds()).isCloseTo(3.2, within(0.7));
        assertThat(recording.seconds()).isCloseTo(9.0, within(1.0));
        assertThat(instance.queueLog(id))
                .anyMatch(line -> line.contains("|nis2|anna|RECPAUSE|"))
                .anyMatch(line -> line.contains("|nis2|anna|RECRESUME|"));
    }
}
