package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
    void reloadedPageHasItsConversationBack() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                TestCall call = TestCall.dialFrom(instance, "601234571")) {
            isTalkingTo(anna, call);

            anna.reloads();

            anna.talks().soundGoesBothWays(100);
            assertThat(anna.caller()).isEqualTo("601\u00a0234\u00a0571");
            call.hangsUp();
            anna.isOver("rozmowa zakończona");
            call.ends();
            assertThat(whatBecameOf(call))
                    .containsExactly(
                            "nis2|anna|CONNECT",
                            "nis2|anna|COMPLETEAGENT",
                            "nis2|anna|LINELOST",
                            "nis2|anna|CONNECT",
                            "nis2|anna|COMPLETECALLER");
            assertThat(heard(call)).isGreaterThan(0.8);
            assertThat(instance.recordings(call.linkedId)).hasSize(2);
        }
    }

    @Test
    void crashedPageHasItsConversationBackOnceItIsOpenAgain() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                TestCall call = TestCall.dial(instance)) {
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
                TestCall call = TestCall.dial(instance)) {
            isTalkingTo(anna, call);

            anna.closesTheTab();
            instance.awaitsQueueLog("|" + call.linkedId + "|nis2|anna|LINELOST");
            instance.signedIn("bartosz").answer(Duration.ofMillis(300), Duration.ofSeconds(2));

            assertThat(call.isConnected()).isEqualTo("bartosz");
            call.ends();
            assertThat(whatBecameOf(call))
                    .containsExactly(
                            "nis2|anna|CONNECT",
                            "nis2|anna|COMPLETEAGENT",
                            "nis2|anna|LINELOST",
                            "nis2|bartosz|CONNECT",
                            "nis2|bartosz|COMPLETEAGENT");
            anna.opensTheDesk();
        }
    }

    private static void isTalkingTo(DeskBrowser anna, TestCall call) {
        anna.isReachable().joinsQueues();
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
