package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A conversation whose consultant's page has gone. */
class LostPageTest {

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
        for (String queue : new String[] {"dojrzalosc", "nis2", "cra", "ogolna"}) {
            instance.command("console", "queue remove member PJSIP/desk_anna from " + queue);
        }
    }

    @Test
    void pageReloadedTwiceHasItsConversationBackTwice() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                TestCall call = callTo(anna, () -> TestCall.dialFrom(instance, "601234571"))) {
            isTalkingTo(anna, call);

            anna.reloads();

            anna.talks().soundGoesBothWays(100);
            assertThat(anna.caller()).isEqualTo("601\u00a0234\u00a0571");
            anna.reloads();
            anna.talks().soundGoesBothWays(100);
            assertThat(anna.tellsOfTheCaller("Rozmowa")).contains("601 234 571");
            call.hangsUp();
            anna.isOver("rozmowa zakończona");
            call.ends();
            assertThat(anna.is("Po rozmowie").tellsOfTheCaller("Ostatnia rozmowa"))
                    .contains("601 234 571");
            assertThat(whatBecameOf(call))
                    .containsExactlyInAnyOrder(
                            "nis2|anna|CONNECT",
                            "nis2|anna|COMPLETEAGENT",
                            "nis2|anna|LINELOST",
                            "nis2|anna|CONNECT",
                            "nis2|anna|COMPLETEAGENT",
                            "nis2|anna|LINELOST",
                            "nis2|anna|CONNECT",
                            "nis2|anna|COMPLETECALLER");
            assertThat(heard(call)).isGreaterThan(0.8);
            assertThat(instance.recordings(call.linkedId)).hasSize(3);
        }
    }

    @Test
    void crashedPageHasItsConversationBackOnceItIsOpenAgain() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                TestCall call = callTo(anna, () -> TestCall.dial(instance))) {
            isTalkingTo(anna, call);

            anna.crashes();
            instance.awaitsQueueLog("|" + call.linkedId + "|nis2|anna|LINELOST");

            anna.opensTheDesk().talks().soundGoesBothWays(50);
            anna.presses("F4");
            call.ends();
            assertThat(whatBecameOf(call)).last().isEqualTo("nis2|anna|COMPLETEAGENT");
            assertThat(heard(call)).isGreaterThan(0.8);
        }
    }

    @Test
    void callerWhosePageDoesNotComeBackIsInFrontOfTheQueue() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                TestCall call = callTo(anna, () -> TestCall.dial(instance))) {
            isTalkingTo(anna, call);

            anna.closesTheTab();
            instance.awaitsQueueLog("|" + call.linkedId + "|nis2|anna|LINELOST");
            instance.signedIn("bartosz").answer(Duration.ofMillis(300), Duration.ofSeconds(2));

            assertThat(call.isConnected()).isEqualTo("bartosz");
            call.ends();
            assertThat(whatBecameOf(call))
                    .containsExactlyInAnyOrder(
                            "nis2|anna|CONNECT",
                            "nis2|anna|COMPLETEAGENT",
                            "nis2|anna|LINELOST",
                            "nis2|bartosz|CONNECT",
                            "nis2|bartosz|COMPLETEAGENT");
            anna.opensTheDesk();
        }
    }

    /** The queue lets nobody in while nobody is there; whoever has talked already is not turned away. */
    @Test
    void callerOfTheOnlyConsultantWaitsUntilTheyAreThereAgain() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                TestCall call = callTo(anna, () -> TestCall.dial(instance))) {
            isTalkingTo(anna, call);

            anna.closesTheTab();
            assertThat(call.notes("INFOLINIA_KEPT")).isEqualTo("1");
            call.staysFor(Duration.ofSeconds(8));

            anna.opensTheDesk().rings().answers().soundGoesBothWays(25);
            call.hangsUp();
            call.ends();
            // In the general queue, where they had overflowed to it by then.
            assertThat(whatBecameOf(call))
                    .contains("nis2|anna|LINELOST")
                    .last()
                    .asString()
                    .matches("(nis2|ogolna)\\|anna\\|COMPLETECALLER");
        }
    }

    @Test
    void callerWhoWasTransferredIsHeldForTheColleaguesPageToo() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                DeskBrowser bartosz = DeskBrowser.signedIn(instance, "bartosz");
                TestCall call = callTo(anna, () -> TestCall.dialFrom(instance, "601234572"))) {
            bartosz.isReachable();
            isTalkingTo(anna, call);
            anna.choosesToTransferTo("", "bartosz");
            anna.transfers();
            assertThat(bartosz.rings().tellsOfTheCaller("Wstępna weryfikacja NIS2"))
                    .contains("601 234 572");
            bartosz.answers().soundGoesBothWays(50);

            bartosz.reloads();

            bartosz.talks().soundGoesBothWays(50);
            call.hangsUp();
            bartosz.isOver("rozmowa zakończona");
            call.ends();
            assertThat(whatBecameOf(call))
                    .containsExactly(
                            "nis2|anna|CONNECT",
                            "nis2|bartosz|LINELOST",
                            "nis2|bartosz|CONNECT",
                            "nis2|bartosz|COMPLETECALLER");
        }
    }

    @Test
    void recordingThatWasPausedIsPausedStillWhenThePageIsBack() throws IOException {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                TestCall call = callTo(anna, () -> TestCall.dial(instance))) {
            isTalkingTo(anna, call);
            anna.clicks("Nagrywa się: wstrzymaj");
            call.pauses();

            anna.reloads();

            call.pauses();
            anna.talks().soundGoesBothWays(100);
            anna.clicks("Nagranie wstrzymane: wznów");
            call.resumes();
            anna.recordingIs("Nagrywa się: wstrzymaj");
            call.staysFor(Duration.ofSeconds(2));
            anna.presses("F4");
            call.ends();

            Path back = instance.recordings(call.linkedId).get(1);
            Instance.awaitClosed(back);
            String marks = Files.readString(Path.of(back.toString().replace(".wav", ".marks")));
            assertThat(marks).matches("PAUSE 0\nRESUME \\d{4,5}\n");
            Sound recording = Sound.ofWav(back);
            double paused = Double.parseDouble(marks.replaceAll("\\D+0\\D+", "")) / 1000;
            assertThat(recording.silentSeconds()).isCloseTo(paused, within(0.5));
            assertThat(recording.seconds()).isGreaterThan(paused + 1);
            assertThat(instance.queueLog(call.linkedId))
                    .extracting(line -> line.split("\\|")[4])
                    .containsSubsequence("RECPAUSE", "RECRESUME", "RECPAUSE", "RECRESUME");
        }
    }

    @Test
    void laptopThatSleepsHasItsConversationBackWhenItWakes() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                TestCall call = callTo(anna, () -> TestCall.dial(instance))) {
            isTalkingTo(anna, call);

            anna.sleeps(Duration.ofSeconds(20));

            instance.awaitsQueueLog("|" + call.linkedId + "|nis2|anna|CONNECT|0|");
            anna.talks().soundGoesBothWays(50);
            call.hangsUp();
            anna.isOver("rozmowa zakończona");
            call.ends();
            assertThat(whatBecameOf(call)).contains("nis2|anna|LINELOST").last().isEqualTo("nis2|anna|COMPLETECALLER");
        }
    }

    @Test
    void networkThatIsCutForTwentySecondsHasItsConversationBack() {
        try (Cable cable = new Cable();
                DeskBrowser anna = DeskBrowser.on(cable, instance, "anna");
                TestCall call = callTo(anna, () -> TestCall.dial(instance))) {
            isTalkingTo(anna, call);

            cable.cut();
            Instant mended = Instant.now().plusSeconds(20);
            instance.awaitsQueueLog("|" + call.linkedId + "|nis2|anna|LINELOST");
            anna.warns("Nie ma połączenia z centralą");
            call.staysFor(Duration.between(Instant.now(), mended));
            cable.mend();

            instance.awaitsQueueLog("|" + call.linkedId + "|nis2|anna|CONNECT|0|");
            anna.talks().soundGoesBothWays(50);
            call.hangsUp();
            anna.isOver("rozmowa zakończona");
            call.ends();
            assertThat(whatBecameOf(call)).contains("nis2|anna|LINELOST").last().isEqualTo("nis2|anna|COMPLETECALLER");
            assertThat(heard(call)).isGreaterThan(0.8);
        }
    }

    @Test
    void callerOnHoldIsHeldForALostNetworkTooAndForNothingElse() {
        try (Cable cable = new Cable();
                DeskBrowser anna = DeskBrowser.on(cable, instance, "anna");
                TestCall call = callTo(anna, () -> TestCall.dial(instance))) {
            isTalkingTo(anna, call);
            anna.presses("F9");
            anna.says("Zawieszona");
            // Longer than after which nothing heard from the page would mean that it is gone.
            call.staysFor(Duration.ofSeconds(30));
            assertThat(whatBecameOf(call)).containsExactly("nis2|anna|CONNECT");

            cable.cut();
            instance.awaitsQueueLog("|" + call.linkedId + "|nis2|anna|LINELOST");
            cable.mend();

            instance.awaitsQueueLog("|" + call.linkedId + "|nis2|anna|CONNECT|0|");
            anna.talks().soundGoesBothWays(50);
            call.hangsUp();
            anna.isOver("rozmowa zakończona");
            call.ends();
        }
    }

    @Test
    void pageIsATelephoneAgainByItselfAfterAsteriskWasAway() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable().takesCalls();

            instance.command("console", "core stop now");
            anna.warns("Nie ma połączenia z centralą");
            instance.upAgain();

            anna.isReachable().is("Dostępny");
            try (TestCall call = TestCall.dial(instance)) {
                call.reaches("main").presses("2");
                anna.rings().answers().soundGoesBothWays(25);
                call.hangsUp();
                call.ends();
            }
        }
    }

    /** The caller has no time to wait until a consultant has signed in. */
    private static TestCall callTo(DeskBrowser anna, Supplier<TestCall> dialling) {
        anna.isReachable().joinsQueues();
        return dialling.get();
    }

    private static void isTalkingTo(DeskBrowser anna, TestCall call) {
        call.reaches("main").presses("2");
        anna.rings().answers().soundGoesBothWays(50);
        assertThat(call.isConnected()).isEqualTo("anna");
    }

    /** Queue, consultant and event of the queue log's lines about conversations. */
    private static List<String> whatBecameOf(TestCall call) {
        return instance.queueLog(call.linkedId).stream()
                .map(line -> line.split("\\|"))
                .filter(columns -> columns[4].matches("CONNECT|COMPLETE.*|LINELOST"))
                .map(columns -> columns[2] + "|" + columns[3] + "|" + columns[4])
                .toList();
    }

    private static double heard(TestCall call) {
        return Sound.ofAlaw(call.heard()).likeness(Sound.ofWav(instance.sound("pl", "line-lost")));
    }
}
