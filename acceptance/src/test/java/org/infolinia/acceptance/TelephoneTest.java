package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.infolinia.launcher.phone.Caller;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What callers meet, one call at a time. */
class TelephoneTest {

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
    void answeredCallIsRecordedFromBothSidesForAsLongAsTheyTalk() {
        instance.signedIn("anna").answer(Duration.ofMillis(500), Duration.ofSeconds(4));

        String id;
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            assertThat(call.joinsQueue()).isEqualTo("nis2");
            assertThat(call.isConnected()).isEqualTo("anna");
            id = call.ends().linkedId;
            assertThat(Sound.ofAlaw(call.heard()).likeness(Sound.ofWav(instance.sound("pl", "recording-notice"))))
                    .as("the recording notice was said before the conversation")
                    .isGreaterThan(0.8);
        }

        assertThat(instance.queueLog(id)).anyMatch(line -> line.contains("|nis2|anna|COMPLETEAGENT|"));
        Sound recording = Sound.ofWav(instance.recording(id).orElseThrow());
        assertThat(recording.shareAt(Caller.HERTZ)).as("the caller is on it").isGreaterThan(0.2);
        assertThat(recording.shareAt(ConsultantPhone.HERTZ))
                .as("the consultant is on it")
                .isGreaterThan(0.2);
        assertThat(recording.seconds()).isCloseTo(4.0, within(1.0));
    }

    @Test
    void callerReachesTheQueueByThreeAgiRoundTripsBeyondWhatIsSaidAndAsked() {
        instance.signedIn("anna");

        try (ManagerWire narrator =
                        new ManagerWire(instance.manager(), "infolinia-narrator", instance.secret("narrator"));
                TestCall first = TestCall.dial(instance);
                // Somebody waits already, so this one is told of it.
                TestCall call = callAfter(first)) {
            call.reaches("main").presses("7");
            call.reaches("main").presses("2");
            assertThat(call.joinsQueue()).isEqualTo("nis2");
            call.hangsUp();
            call.ends();

            List<String> commands = Stream.of(narrator.said().split("\r\n\r\n"))
                    .filter(event -> event.startsWith("Event: AGIExecStart"))
                    .filter(event -> event.contains("\r\nLinkedid: " + call.linkedId + "\r\n"))
                    .map(event -> event.replaceAll("(?s).*\r\nCommand: ([^\r\n]*).*", "$1"))
                    // Asked of testers' calls alone.
                    .filter(command -> !command.equals("GET VARIABLE INFOLINIA_AT"))
                    .toList();
            List<String> heard = commands.stream()
                    .filter(command -> command.matches("EXEC Exec \"(Playback|Background)\\(.*"))
                    .toList();
            assertThat(heard)
                    .as("welcome, menu, menu again, how many wait; of %s", commands)
                    .hasSize(4);
            assertThat(commands).hasSizeLessThanOrEqualTo(heard.size() + 3);
        }
    }

    @Test
    void callerWhoHangsUpWaitingIsAbandoned() {
        instance.signedIn("anna");

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("3");
            assertThat(call.joinsQueue()).isEqualTo("cra");
            call.hangsUp();
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .anyMatch(line -> line.contains("|cra|") && line.contains("|ABANDON|"));
            assertThat(instance.recording(call.linkedId)).as("nobody talked").isEmpty();
        }
    }

    @Test
    void callRejectedByOneConsultantIsAnsweredByAnother() {
        instance.signedIn("anna").reject(Duration.ofMillis(300), 100);
        ConsultantPhone bartosz = instance.signedIn("bartosz");
        bartosz.reject(Duration.ofMillis(300), 1);

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("1");
            assertThat(call.joinsQueue()).isEqualTo("dojrzalosc");
            bartosz.awaitRejections();
            bartosz.answer(Duration.ofMillis(300), Duration.ofSeconds(2));
            assertThat(call.isConnected()).isEqualTo("bartosz");
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .anyMatch(line -> line.contains("|bartosz|RINGNOANSWER|"))
                    .anyMatch(line -> line.contains("|bartosz|CONNECT|"));
        }
    }

    @Test
    void consultantWhoHangsUpAtOnceIsCountedAsAnEarlyHangUp() {
        int before = instance.report().at("/calls/total/hungUpEarly").asInt();
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(1));

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            call.joinsQueue();
            call.isConnected();
            call.ends();
        }

        assertThat(instance.report().at("/calls/total/hungUpEarly").asInt()).isEqualTo(before + 1);
    }

    @Test
    void callerIsToldWhenNobodyIsSignedInAndTheLogSaysRefused() {
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("0");
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("|ogolna|NONE|REFUSED|JOINEMPTY"));
            assertThat(heardLike(call, "pl", "refused")).isGreaterThan(0.8);
        }
    }

    @Test
    void callerOnChristmasEveHearsTheClosedAnnouncementInBothLanguages() {
        try (TestCall call = TestCall.dial(instance, Instance.moment("2026-12-24T10:00"))) {
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("|NONE|NONE|CLOSED|221000100"));
            assertThat(heardLike(call, "pl", "closed")).isGreaterThan(0.8);
            assertThat(heardLike(call, "en", "closed")).isGreaterThan(0.8);
        }
    }

    @Test
    void callerAtFiveInTheAfternoonIsTooLateAndAMinuteEarlierIsNot() {
        try (TestCall call = TestCall.dial(instance, Instance.moment("2026-11-23T17:00"))) {
            call.ends();
            assertThat(instance.queueLog(call.linkedId)).anyMatch(line -> line.contains("|CLOSED|"));
        }
        try (TestCall call = TestCall.dial(instance, Instance.moment("2026-11-23T16:59"))) {
            call.reaches("welcome").hangsUp();
            call.ends();
            assertThat(instance.queueLog(call.linkedId))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("|NONE|NONE|LEFTIVR|welcome"));
        }
    }

    @Test
    void callersWhoHangUpAtOnceAreCountedOnceEach() {
        for (int i = 0; i < 10; i++) {
            try (TestCall call = TestCall.dial(instance, Instance.moment("2026-12-24T10:00"))) {
                call.hangsUp();
                call.ends();

                assertThat(instance.queueLog(call.linkedId))
                        .singleElement()
                        .satisfies(line -> assertThat(line).contains("|NONE|NONE|CLOSED|221000100"));
            }
        }
    }

    @Test
    void callerWhoChoosesEnglishIsSpokenToInEnglish() {
        instance.signedIn("anna");

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("9");
            call.reaches("welcome-en").reaches("main").presses("2");
            assertThat(call.joinsQueue()).isEqualTo("nis2");
            call.hangsUp();
            call.ends();

            assertThat(heardLike(call, "en", "welcome")).isGreaterThan(0.8);
        }
    }

    @Test
    void callerMayPressWrongKeysTwiceAndStillChoose() {
        instance.signedIn("anna");

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("7");
            call.reaches("main").presses("8");
            // This time they listen to what they are told first.
            call.reaches("main").pressesAfter(Duration.ofSeconds(2), "3");
            assertThat(call.joinsQueue()).isEqualTo("cra");
            call.hangsUp();
            call.ends();

            assertThat(heardLike(call, "pl", "invalid-key")).isGreaterThan(0.8);
        }
    }

    @Test
    void callerWhoStaysSilentComesToTheGeneralQueue() {
        instance.signedIn("anna");

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main");
            assertThat(call.joinsQueue()).isEqualTo("ogolna");
            call.hangsUp();
            call.ends();

            assertThat(heardLike(call, "pl", "no-key")).isGreaterThan(0.8);
        }
    }

    @Test
    void aSoundThatWasDeletedIsSpokenAnewAndTheLogSaysSo() throws IOException {
        Files.delete(instance.sound("pl", "main-menu"));

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            call.ends();

            assertThat(instance.sound("pl", "main-menu")).exists();
            assertThat(instance.servicesLog()).contains("main-menu");
        }
    }

    private static TestCall callAfter(TestCall first) {
        first.reaches("main").presses("2");
        first.joinsQueue();
        return TestCall.dial(instance);
    }

    private static double heardLike(TestCall call, String language, String announcement) {
        return Sound.ofAlaw(call.heard()).likeness(Sound.ofWav(instance.sound(language, announcement)));
    }
}
