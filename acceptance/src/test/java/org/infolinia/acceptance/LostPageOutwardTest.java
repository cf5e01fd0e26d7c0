package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A conversation with somebody who was dialled or called back, whose consultant's page has gone. */
class LostPageOutwardTest {

    private static final String DEMONSTRATION = "  </trunks>";

    private static final String OPERATOR = """
                <trunk name="outside" server="127.0.0.5" port="25860" callerId="+48221000100" checkSeconds="10">
                  <address>127.0.0.5</address>
                </trunk>
              </trunks>""";

    private static final String OUTSIDE = "PJSIP/infolinia-outside-";

    private static Instance instance;
    private static Operator outside;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up(
                Instance.briefHotline().replace("longest-pause-seconds=\"120\"", "longest-pause-seconds=\"25\""),
                (system, folder) -> system.replace(DEMONSTRATION, OPERATOR),
                Map.of());
        outside = new Operator(instance, "outside", "127.0.0.5", 25_860, false);
        instance.servicesSay(0, "trunk outside: its operator's server answers");
    }

    @AfterAll
    static void takeDown() {
        outside.close();
        instance.close();
    }

    @AfterEach
    void clear() {
        outside.hangsUpAll();
        instance.clear();
        for (String queue : new String[] {"dojrzalosc", "nis2", "cra", "ogolna"}) {
            instance.command("console", "queue remove member PJSIP/desk_anna from " + queue);
        }
    }

    @Test
    void whoeverWasDialledIsBackWithThePageAndRemainsOneCallOut() {
        int heard = outside.answered();
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            String id = dials(anna, "600 100 201");
            anna.soundGoesBothWays(100);

            anna.reloads();

            anna.talks().soundGoesBothWays(100);
            assertThat(anna.caller()).isEqualTo("600\u00a0100\u00a0201");
            anna.reloads();
            anna.talks().soundGoesBothWays(100);
            assertThat(anna.tellsOfTheCaller("Rozmowa")).contains("600 100 201");
            anna.presses("F4");
            anna.isOver("rozmowa zakończona");

            assertThat(likeness(heard, "line-lost")).isGreaterThan(0.8);
            assertThat(instance.recordings(id)).hasSize(3);
            theDatabaseHasTheSame();
        }
    }

    @Test
    void callerWhoWaitsInAQueueIsOfferedOnlyAfterTheConversationThatIsBack() {
        int before = instance.queueLog().size();
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                AsteriskEvents events = instance.events()) {
            anna.isReachable().takesCalls();
            dials(anna, "600 100 251");
            anna.soundGoesBothWays(50);
            try (TestCall call = TestCall.dialFrom(instance, "601234581")) {
                call.reaches("main").presses("2");
                assertThat(call.joinsQueue()).isEqualTo("nis2");

                anna.reloads();

                anna.talks().soundGoesBothWays(100);
                assertThat(anna.caller()).isEqualTo("600\u00a0100\u00a0251");
                events.await(
                        "being offered calls again",
                        Instance.patience(),
                        event -> "QueueMemberPause".equals(event.get("Event")) && "0".equals(event.get("Paused")));
                anna.presses("F4");
                assertThat(anna.rings().caller()).isEqualTo("601\u00a0234\u00a0581");
                anna.answers().soundGoesBothWays(25);
                assertThat(call.isConnected()).isEqualTo("anna");
                call.hangsUp();
                call.ends();
                assertThat(instance.queueLog().stream().skip(before))
                        .filteredOn(line -> line.contains("|nis2|anna|"))
                        .extracting(line -> line.split("\\|")[4])
                        .containsSubsequence("ADDMEMBER", "PAUSE", "UNPAUSE", "CONNECT")
                        .doesNotContain("RINGNOANSWER");
            }
        }
    }

    /** The operator's side of it sounds all the time. */
    @Test
    void pauseThatIsForgottenWhenThePageIsBackEndsByItselfWhenItWouldHave() throws IOException {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                AsteriskEvents events = instance.events()) {
            String id = dials(anna, "600 100 241");
            anna.soundGoesBothWays(25);
            anna.clicks("Nagrywa się: wstrzymaj");
            String until = pausesUntil(events);

            anna.reloads();

            assertThat(pausesUntil(events)).isEqualTo(until);
            anna.talks().recordingIs("Nagranie wstrzymane: wznów").recordingIs("Nagrywa się: wstrzymaj");
            anna.soundGoesBothWays(1400);
            anna.presses("F4");
            anna.isOver("rozmowa zakończona");

            Path back = instance.recordings(id).get(1);
            Instance.awaitClosed(back);
            assertThat(Path.of(back.toString().replace(".wav", ".marks"))).hasContent("PAUSE 0");
            List<Sound> seconds = Sound.ofWav(back).eachSecond();
            assertThat(Sound.ofWav(back).silentSeconds()).isBetween(1.0, 24.0);
            assertThat(seconds.get(0).silentSeconds()).isEqualTo(1.0);
            assertThat(seconds.get(seconds.size() - 1).silentSeconds()).isZero();
        }
    }

    @Test
    void whoeverWasDialledIsToldThatItIsOverWhereThePageDoesNotComeBack() {
        int heard = outside.answered();
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            dials(anna, "600 100 211");
            anna.soundGoesBothWays(50);

            anna.crashes();

            assertThat(likeness(heard, "line-lost-over")).isGreaterThan(0.8);
            anna.opensTheDesk();
        }
    }

    @Test
    void whoeverIsCalledBackInTheirTurnIsBackWithThePage() {
        String left = leavesItsNumber("600100221");
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                AsteriskEvents events = instance.events()) {
            anna.isReachable().joinsQueues().rings().answers();
            String id = isJoined(events);
            anna.talks().soundGoesBothWays(450);

            anna.reloads();

            instance.awaitsQueueLog("|ogolna|anna|CONNECT|0|");
            anna.talks().soundGoesBothWays(100);
            anna.presses("F4");
            anna.isOver("rozmowa zakończona");
            instance.servicesSay(0, "call-back " + left + ": REACHED");
            assertThat(instance.queueLog())
                    .filteredOn(line -> line.contains("|ogolna|anna|"))
                    .extracting(line -> line.split("\\|")[4])
                    .containsSubsequence("CONNECT", "CONNECT", "COMPLETEAGENT")
                    .contains("LINELOST");
            assertThat(instance.recordings(id)).hasSize(2);
        }
    }

    @Test
    void whoeverIsCalledBackByCodeIsInFrontOfTheQueueWhereThePageDoesNotComeBack() {
        String left = leavesItsNumber("600100231");
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                AsteriskEvents events = instance.events()) {
            anna.isReachable().dials("*12");
            isJoined(events);
            ConsultantPhone bartosz = instance.signedIn("bartosz");
            bartosz.answer(Duration.ofMillis(300), Duration.ofSeconds(2));

            anna.closesTheTab();

            instance.servicesSay(0, "call-back " + left + ": REACHED");
            instance.awaitsQueueLog("|ogolna|bartosz|COMPLETEAGENT|");
            anna.opensTheDesk();
        }
    }

    /** The ledger is some seconds behind the logs; each look takes about as long. */
    private static void theDatabaseHasTheSame() {
        Instance.Ran verified;
        int looks = 0;
        do {
            verified = instance.command("report", "verify", Instance.month());
            looks++;
        } while (verified.code() != 0 && looks < 60);
        assertThat(verified.code()).as(verified.output()).isZero();
    }

    /** Gives the call's linked id once they talk. */
    private static String dials(DeskBrowser anna, String number) {
        try (AsteriskEvents events = instance.events()) {
            anna.isReachable().dials(number);
            return isJoined(events);
        }
    }

    /** When the pause ends by itself, in milliseconds since 1970, once the recording is paused. */
    private static String pausesUntil(AsteriskEvents events) {
        return events.await(
                        "a pause",
                        Instance.patience(),
                        event -> "INFOLINIA_PAUSED_UNTIL".equals(event.get("Variable"))
                                && !"0".equals(event.get("Value")))
                .getOrDefault("Value", "");
    }

    private static String isJoined(AsteriskEvents events) {
        return events.await(
                        "whoever was called joining",
                        Instance.patience(),
                        event -> "BridgeEnter".equals(event.get("Event"))
                                && event.getOrDefault("Channel", "").startsWith(OUTSIDE))
                .getOrDefault("Linkedid", "");
    }

    /** Nobody is there, so the caller is asked at once whether to be called back. Gives the call's linked id. */
    private static String leavesItsNumber(String number) {
        try (TestCall leaving = TestCall.dialFrom(instance, number)) {
            leaving.reaches("main").presses("3");
            leaving.reaches("still-busy").presses("1");
            leaving.isAskedForANumber().pressesAfter(Duration.ofSeconds(3), "1");
            leaving.ends();
            return leaving.linkedId;
        }
    }

    private static double likeness(int call, String announcement) {
        return outside.heard(call).likeness(Sound.ofWav(instance.sound("pl", announcement)));
    }
}
