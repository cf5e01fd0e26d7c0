package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.infolinia.launcher.phone.PhoneFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The telephone in the browser, on a real Asterisk. */
class SoftphoneTest {

    private static final String DEMONSTRATION = "  </trunks>";

    private static final String OPERATOR = """
                <trunk name="outside" server="127.0.0.4" port="25660" callerId="+48221000100" checkSeconds="10">
                  <address>127.0.0.4</address>
                </trunk>
              </trunks>""";

    private static Instance instance;
    private static Operator outside;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up(
                Instance.briefHotline(), (system, folder) -> system.replace(DEMONSTRATION, OPERATOR), Map.of());
        outside = new Operator(instance, "outside", "127.0.0.4", 25_660, false);
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
    void callerIsAnsweredInTheBrowserAndCountedForTheConsultant() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable().joinsQueues();
            try (TestCall call = TestCall.dialFrom(instance, "601234567")) {
                call.reaches("main").presses("2");
                assertThat(call.joinsQueue()).isEqualTo("nis2");
                assertThat(anna.rings().caller()).isEqualTo("601\u00a0234\u00a0567");
                anna.answers();
                assertThat(call.isConnected()).isEqualTo("anna");
                anna.soundGoesBothWays(100);

                anna.presses("F8");
                anna.says("mikrofon wyciszony");
                anna.presses("F8");
                anna.presses("F9");
                anna.says("Zawieszona");
                call.await("being on hold", event -> "Hold".equals(event.get("Event")));
                anna.presses("F9");
                call.await("being back", event -> "Unhold".equals(event.get("Event")));
                anna.clicks("Klawisze");
                anna.clicks("5");
                call.await("the key", event -> "DTMFEnd".equals(event.get("Event")) && "5".equals(event.get("Digit")));
                anna.clicks("Nagrywa się: wstrzymaj");
                call.pauses();
                anna.recordingIs("Nagranie wstrzymane: wznów");
                anna.presses("F4");
                anna.isOver("rozmowa zakończona");
                call.ends();

                assertThat(instance.queueLog(call.linkedId))
                        .anyMatch(line -> line.contains("|nis2|anna|CONNECT|"))
                        .anyMatch(line -> line.contains("|anna|RECPAUSE|"))
                        .anyMatch(line -> line.contains("|nis2|anna|COMPLETEAGENT|"));
                assertThat(instance.recording(call.linkedId)).isPresent();
            }
        }
    }

    @Test
    void whoTakesCallsInThePageSeesWhoCallsRestsAndIsOutOfTheQueuesOnceSignedOut() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable().takesCalls();
            try (TestCall call = TestCall.dialFrom(instance, "601234568")) {
                call.reaches("main").presses("2");
                anna.rings();
                assertThat(anna.tellsOfTheCaller("Pierwszy telefon z tego numeru"))
                        .contains("601 234 568", "Wstępna weryfikacja NIS2", "polski");
                anna.answers().is("W rozmowie");
                call.hangsUp();
                call.ends();
            }
            anna.is("Po rozmowie").clicks("Gotowe");
            anna.is("Dostępny");

            anna.signsOut();
            instance.awaitsQueueLog("|cra|anna|REMOVEMEMBER|");
        }
    }

    @Test
    void declinedCallerIsOfferedToSomebodyElse() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable().joinsQueues();
            try (TestCall call = TestCall.dial(instance)) {
                call.reaches("main").presses("2");
                anna.rings().presses("F4");
                anna.isOver("odrzucone");
                instance.signedIn("bartosz").answer(Duration.ofMillis(300), Duration.ofSeconds(2));
                assertThat(call.isConnected()).isEqualTo("bartosz");
                call.ends();

                assertThat(instance.queueLog(call.linkedId)).anyMatch(line -> line.contains("|anna|RINGNOANSWER|"));
            }
        }
    }

    @Test
    void consultantCallsOutWithinTheLimits() {
        int before = outside.called().size();
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable().dials("22 100 09 01");
            anna.soundGoesBothWays(50);
            assertThat(anna.tellsOfTheCaller("Pierwszy telefon z tego numeru")).contains("Rozmowa", "221 000 901");
            anna.clicks("Nowa sprawa");
            anna.page().locator("infolinia-case [data-field=notes]").waitFor();
            anna.presses("F4");
            anna.isOver("rozmowa zakończona");
            assertThat(outside.called().subList(before, outside.called().size()))
                    .containsExactly("+48221000901 as +48221000100");

            anna.triesToDial("22 100 09 02");
            anna.isOver("zajęte");
            anna.triesToDial("700 100 200");
            anna.isOver("nie wolno");
            anna.triesToDial("+49 30 1234567");
            anna.isOver("nie wolno");
        }
    }

    @Test
    void callerIsTransferredToAColleagueWhoIsRecordedThen() {
        ConsultantPhone bartosz = instance.phone("bartosz");
        bartosz.register();
        bartosz.answer(Duration.ofMillis(500), Duration.ofSeconds(2));
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable().joinsQueues();
            try (TestCall call = TestCall.dial(instance)) {
                call.reaches("main").presses("2");
                anna.rings().answers();
                anna.soundGoesBothWays(25);
                anna.choosesToTransferTo("", "bartosz");
                anna.transfers();
                anna.isOver("rozmowa zakończona");
                call.ends();

                assertThat(instance.queueLog(call.linkedId))
                        .filteredOn(line -> line.contains("|ENTERQUEUE|"))
                        .hasSize(1);
                assertThat(instance.recordings(call.linkedId))
                        .extracting(file -> file.getFileName().toString())
                        .anyMatch(name -> name.contains("+nis2+anna+"))
                        .anyMatch(name -> name.contains("+nis2+bartosz+"));
            }
        }
    }

    @Test
    void callerIsTransferredToAQueueAndBackFromOneThatNobodyServes() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna");
                TestCall call = TestCall.dial(instance)) {
            anna.isReachable().joinsQueues();
            call.reaches("main").presses("2");
            anna.rings().answers().soundGoesBothWays(25);
            instance.command("console", "queue remove member PJSIP/desk_anna from cra");
            anna.choosesToTransferTo("", "*40cra");
            anna.transfers();

            anna.rings().answers().soundGoesBothWays(25);
            instance.signedIn("bartosz").answer(Duration.ofMillis(300), Duration.ofSeconds(2));
            anna.choosesToTransferTo("", "*40cra");
            anna.transfers();
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .anyMatch(line -> line.contains("|cra|bartosz|COMPLETEAGENT|"))
                    .filteredOn(line -> line.contains("|nis2|anna|CONNECT|"))
                    .hasSize(2);
        }
    }

    @Test
    void callerIsConnectedWithAColleagueWhoWasAskedFirst() {
        ConsultantPhone bartosz = instance.phone("bartosz");
        bartosz.register();
        bartosz.answer(Duration.ofMillis(500), Duration.ofSeconds(20));
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable().joinsQueues();
            try (TestCall call = TestCall.dial(instance)) {
                call.reaches("main").presses("2");
                anna.rings().answers();
                anna.choosesToTransferTo("", "bartosz");
                anna.asksFirst();
                anna.connects();
                call.await(
                        "the transfer",
                        event -> "AttendedTransfer".equals(event.get("Event"))
                                || event.getOrDefault("Event", "").equals("Unhold"));
                anna.isOver("rozmowa zakończona");
                call.hangsUp();
                call.ends();

                assertThat(instance.queueLog(call.linkedId)).anyMatch(line -> line.contains("|anna|ATTENDEDTRANSFER|"));
            }
        }
    }

    @Test
    void callerWhomNobodyTakesIsBackInFront() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable().joinsQueues();
            try (TestCall call = TestCall.dial(instance)) {
                call.reaches("main").presses("2");
                anna.rings().answers();
                anna.choosesToTransferTo("700 100 200", "");
                anna.transfers();
                anna.rings().answers();
                anna.soundGoesBothWays(25);
                anna.choosesToTransferTo("22 100 09 01", "");
                anna.transfers();
                anna.isOver("rozmowa zakończona");
                call.await(
                        "the answer outside",
                        event -> "DialEnd".equals(event.get("Event"))
                                && event.getOrDefault("DestChannel", "").startsWith("PJSIP/infolinia-outside"));
                call.hangsUp();
                call.ends();

                assertThat(outside.called()).last().isEqualTo("+48221000901 as +48221000100");
                assertThat(instance.asteriskLog()).contains("transfer: refused to anna: PREMIUM, number +4870...");
            }
        }
    }

    @Test
    void transferredCallerReachesNoConsultantsCode() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable().joinsQueues();
            try (TestCall call = TestCall.dial(instance)) {
                call.reaches("main").presses("2");
                anna.rings().answers();
                anna.choosesToTransferTo("*10", "");
                anna.transfers();
                anna.rings();
                call.hangsUp();
                call.ends();

                assertThat(instance.command("console", "queue show").output())
                        .contains("PJSIP/desk_anna")
                        .doesNotContain("PJSIP/infolinia-demonstration");
            }
        }
    }

    @Test
    void signingOutTakesTheLineAway() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable();
            Map<?, ?> line = anna.line();
            assertThat(line.get("user")).isEqualTo("desk_anna");
            assertThat(line.get("cache")).isEqualTo("no-store");
            try (ConsultantPhone stranger =
                    new ConsultantPhone(instance.sip(), "desk_anna", String.valueOf(line.get("secret")))) {
                stranger.register();
                long before = instance.servicesLogLength();
                anna.signsOut();
                instance.servicesSay(before, "the browser line of anna is taken away");

                assertThatThrownBy(stranger::register).isInstanceOf(PhoneFault.class);
            }
        }
    }

    @Test
    void reloadedPageIsReachableAgainAndASecondTabAsksFirst() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable();
            anna.reloads();
            anna.isReachable();

            Page first = anna.opensAnotherTab();
            anna.warns("otwarty w innej karcie");
            anna.clicks("Przejmij telefon tutaj");
            anna.isReachable();
            anna.turnsTo(first);
            anna.warns("otwarty w innej karcie");
        }
    }

    @Test
    void anotherComputerTakesTheLineOnlyWhenAsked() {
        try (DeskBrowser anna = DeskBrowser.signedIn(instance, "anna")) {
            anna.isReachable();
            try (DeskBrowser elsewhere = DeskBrowser.signedIn(instance, "anna")) {
                elsewhere.warns("na innym komputerze");
                anna.isReachable();
                elsewhere.clicks("Przejmij telefon tutaj");
                elsewhere.isReachable();
                anna.warns("na innym komputerze");
            }
        }
    }
}
