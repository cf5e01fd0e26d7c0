package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C1, A3: calls in and out by operators' trunks. Two further Asterisks play the operators. */
final class TrunkTest {

    private static final String DEMONSTRATION = "  </trunks>\n  <outbound prefixes=\"+48\"/>";

    /** One by password, one by address; few calls are allowed. Short times, so that nobody has to wait. */
    private static final String OPERATORS = """
                <trunk name="first" server="127.0.0.2" port="25060" callerId="+48221000100" checkSeconds="10">
                  <registration user="hotline" secretFile="@VAR@/operator" expirySeconds="15" retrySeconds="2"/>
                  <number>+48221000100</number>
                </trunk>
                <trunk name="second" server="127.0.0.3" port="25360" callerId="+48221000100" dialling="national"
                       checkSeconds="10">
                  <address>127.0.0.3</address>
                </trunk>
              </trunks>
              <outbound prefixes="+48" callsAtOnce="1" callsPerHour="100" callsPerHourOfOne="3"/>
            """;

    private static Instance instance;
    private static Operator first;
    private static Operator second;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up(
                Instance.briefHotline()
                        .replace("attempts=\"3\" pause-minutes=\"15\"", "attempts=\"2\" pause-minutes=\"0\"")
                        .replace(
                                "<key press=\"9\" then=\"english\"/>",
                                "<key press=\"9\" then=\"english\"/>\n<key press=\"8\" then=\"outside\"/>")
                        .replace(
                                "<callback id=\"call-me\"",
                                "<transfer id=\"outside\" number=\"221000901\"/>\n<callback id=\"call-me\""),
                (system, folder) -> {
                    assertThat(system).contains(DEMONSTRATION);
                    return system.replace(DEMONSTRATION, OPERATORS.replace("@VAR@", folder));
                },
                Map.of("operator", Operator.PASSWORD));
        first = new Operator(instance, "first", "127.0.0.2", 25_060, true);
        second = new Operator(instance, "second", "127.0.0.3", 25_360, false);
        // By Asterisk's own next attempt: one that is asked for begins by taking back what may stand by then.
        instance.servicesSay(0, "trunk first: registered with its operator");
        instance.servicesSay(0, "trunk first: its operator's server answers");
        instance.servicesSay(0, "trunk second: its operator's server answers");
    }

    @AfterAll
    static void takeDown() {
        for (Operator operator : new Operator[] {first, second}) {
            if (operator != null) {
                operator.close();
            }
        }
        instance.close();
    }

    @BeforeEach
    void anHourBegins() {
        instance.command("console", "database deltree infolinia-out");
    }

    @AfterEach
    void clear() {
        first.hangsUpAll();
        second.hangsUpAll();
        instance.clear();
    }

    @Test
    void lostRegistrationIsToldOnceAndSoIsItsReturn() throws Exception {
        assertThat(health()).contains("\"trunks\":{\"status\":\"up\"}");
        long before = instance.servicesLogLength();
        long told = timesTold("trunk first is not registered");

        first.dies();
        instance.servicesSay(before, "trunk first: its operator's server sip:127.0.0.2:25060 does not answer");
        ConsultantPhone anna = instance.phone("anna");
        anna.call("600100201", Duration.ofSeconds(1));
        anna.awaitEnd();
        assertThat(second.called()).endsWith("600100201 as +48221000100");
        instance.servicesSay(before, "trunk first is not registered with its operator");
        assertThat(health()).contains("\"trunks\":{\"status\":\"degraded\"", "trunk first is not registered");

        first.returns();
        instance.servicesSay(before, "trunk first: its operator's server answers again");
        instance.servicesSay(before, "trunk first: registered with its operator again");
        assertThat(health()).contains("\"trunks\":{\"status\":\"up\"}");
        assertThat(timesTold("trunk first is not registered")).isEqualTo(told + 1);
    }

    @Test
    void callInComesWithItsNumberInE164AndInALaw() {
        assertThat(callIn("600100200")).contains("Caller ID: +48600100200", "NativeFormats: (alaw)");
    }

    @Test
    void numberOfACallerWhoWithholdsItIsNotKept() {
        assertThat(callIn("anonymous")).contains("Caller ID: (N/A)").doesNotContain("600100200");
    }

    /** All that Asterisk knows of a call by the first operator, once its caller hears the hotline. */
    private static String callIn(String number) {
        try (AsteriskEvents events = instance.events()) {
            first.calls(number, "+48221000100");
            Map<String, String> begun = await(events, "Newchannel", "Channel", "PJSIP/infolinia-first-");
            events.await(
                    "the menu",
                    Instance.patience(),
                    event -> "INFOLINIA_NODE".equals(event.get("Variable"))
                            && begun.getOrDefault("Linkedid", "").equals(event.get("Linkedid")));
            return instance.command("console", "core show channel " + begun.get("Channel"))
                    .output();
        }
    }

    @Test
    void operatorReachesItsNumbersAndNothingElse() {
        try (AsteriskEvents events = instance.events()) {
            for (String other : List.of("*10", "221009999", "anna", "600100201")) {
                first.calls("600100200", other);
                Map<String, String> over = await(events, "Hangup", "Channel", "PJSIP/infolinia-first-");
                assertThat(over).as(other).containsEntry("Context", "infolinia-numbered");
            }
            // Which names no numbers: whatever it dials is a call to the hotline.
            second.calls("600100200", "*10");
            Map<String, String> begun = await(events, "Newchannel", "Channel", "PJSIP/infolinia-second-");
            events.await(
                    "the menu",
                    Instance.patience(),
                    event -> "INFOLINIA_NODE".equals(event.get("Variable"))
                            && begun.getOrDefault("Linkedid", "").equals(event.get("Linkedid")));
        }
        assertThat(instance.asteriskLog())
                .contains("trunk first brings a call for +48221009999, which system.xml does not name");
    }

    @Test
    void consultantsCallIsAnnouncedCarriedInALawAndRecorded() {
        ConsultantPhone anna = instance.phone("anna");
        int call = first.answered();

        String id;
        try (AsteriskEvents events = instance.events()) {
            anna.call("600100201", Duration.ofSeconds(14));
            id = await(events, "Newchannel", "Channel", "PJSIP/anna-").getOrDefault("Linkedid", "");
            Map<String, String> out = await(events, "BridgeEnter", "Channel", "PJSIP/infolinia-first-");
            assertThat(instance.command("console", "core show channel " + out.get("Channel"))
                            .output())
                    .contains("NativeFormats: (alaw)");
            anna.awaitEnd();
        }

        assertThat(first.called()).endsWith("+48600100201 as +48221000100");
        Sound heard = first.heard(call);
        assertThat(heard.likeness(Sound.ofWav(instance.sound("pl", "outbound-notice"))))
                .as("who was called heard of the recording")
                .isGreaterThan(0.8);
        assertThat(heard.secondsOf(ConsultantPhone.HERTZ)).isGreaterThan(2);
        assertThat(heard.firstSecondOf(ConsultantPhone.HERTZ))
                .as("they are joined when the notice is over")
                .isGreaterThan(
                        Sound.ofWav(instance.sound("pl", "outbound-notice")).seconds() - 0.5);
        assertThat(Sound.ofAlaw(anna.heard()).shareAt(Operator.HERTZ)).isGreaterThan(0.2);
        Path file = instance.recording(id).orElseThrow();
        assertThat(file.getFileName().toString()).contains("Z+NONE+anna+" + id + "+");
        Sound recording = Sound.ofWav(file);
        assertThat(recording.shareAt(Operator.HERTZ)).isGreaterThan(0.2);
        assertThat(recording.shareAt(ConsultantPhone.HERTZ)).isGreaterThan(0.2);
        assertThat(recording.likeness(Sound.ofWav(instance.sound("pl", "outbound-notice"))))
                .as("the notice is no part of the conversation")
                .isLessThan(0.5);
    }

    @Test
    void secondOperatorIsTriedWhereTheFirstCannotAndNotWhereTheCalledOneIsBusyOrNobody() {
        ConsultantPhone dawid = instance.phone("dawid");
        int before = second.called().size();

        dawid.call("600100205", Duration.ofSeconds(1));
        dawid.awaitEnd();
        assertThat(first.called()).endsWith("+48600100205 as +48221000100");
        assertThat(second.called()).hasSize(before + 1).endsWith("600100205 as +48221000100");
        assertThat(instance.asteriskLog()).contains("outbound: trunk first took no call: CONGESTION SIP 503");

        dawid.call("600100202", Duration.ofSeconds(1));
        dawid.awaitEnd();
        dawid.call("600100206", Duration.ofSeconds(1));
        dawid.awaitEnd();
        assertThat(first.called()).endsWith("+48600100202 as +48221000100", "+48600100206 as +48221000100");
        assertThat(second.called()).hasSize(before + 1);
    }

    @Test
    void callByARegisteredTrunkReachesAQueueAndAConsultant() {
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(3));

        try (AsteriskEvents events = instance.events()) {
            first.callsAndPresses("600100208", "+48221000100", "3");
            assertThat(await(events, "QueueCallerJoin", "Channel", "PJSIP/infolinia-first-"))
                    .containsEntry("CallerIDNum", "+48600100208")
                    .containsEntry("Queue", "cra");
            assertThat(await(events, "AgentConnect", "Channel", "PJSIP/infolinia-first-"))
                    .containsEntry("MemberName", "anna");
            assertThat(await(events, "AgentComplete", "Channel", "PJSIP/infolinia-first-"))
                    .containsEntry("Reason", "agent");
        }
    }

    @Test
    void emergencyNumberGoesOutPastTheLimitsUnlessSystemXmlForbidsIt() throws IOException {
        ConsultantPhone anna = instance.phone("anna");
        ConsultantPhone bartosz = instance.phone("bartosz");
        Path system = instance.folder.resolve("system.xml");
        String allowed = Files.readString(system);

        try (AsteriskEvents events = instance.events()) {
            anna.call("600100201", Duration.ofSeconds(30));
            await(events, "BridgeEnter", "Channel", "PJSIP/infolinia-first-");
            bartosz.call("112", Duration.ofSeconds(1));
            bartosz.awaitEnd();
            anna.stop();
        }
        // Both say that it is busy, and are asked once more.
        assertThat(first.called()).endsWith("112 as +48221000100", "112 as +48221000100");
        assertThat(second.called()).endsWith("112 as +48221000100", "112 as +48221000100");
        assertThat(instance.asteriskLog()).contains("outbound: bartosz calls the emergency number 112");
        assertThat(instance.recordings("bartosz")).isEmpty();

        Files.writeString(system, allowed.replace("<outbound ", "<outbound emergency=\"false\" "));
        instance.preparesAnew();
        List<String> before = first.called();
        bartosz.call("112", Duration.ofSeconds(1));
        bartosz.awaitEnd();
        Files.writeString(system, allowed);
        instance.preparesAnew();

        assertThat(first.called()).isEqualTo(before);
        assertThat(instance.asteriskLog()).contains("outbound: refused to bartosz: NOT_ALLOWED, number 112...");
        assertThat(Sound.ofAlaw(bartosz.heard()).likeness(Sound.ofWav(instance.sound("pl", "outbound-not-allowed"))))
                .isGreaterThan(0.8);
    }

    /** A check that failed may have been the check's own misfortune. */
    @Test
    void emergencyNumberIsDialledThoughNoOperatorAnsweredWhenLastAsked() {
        ConsultantPhone anna = instance.phone("anna");
        long before = instance.servicesLogLength();
        int calls = first.called().size();
        first.dies();
        second.dies();
        instance.servicesSay(before, "trunk first: its operator's server sip:127.0.0.2:25060 does not answer");
        instance.servicesSay(before, "trunk second: its operator's server sip:127.0.0.3:25360 does not answer");

        try (AsteriskEvents events = instance.events()) {
            anna.call("112", Duration.ofSeconds(1));
            await(events, "Newchannel", "Channel", "PJSIP/infolinia-first-");
            first.returns();
            anna.awaitEnd();
        }
        second.returns();

        assertThat(first.called()).hasSize(calls + 1).endsWith("112 as +48221000100");
        instance.servicesSay(before, "trunk first: its operator's server answers again");
        instance.servicesSay(before, "trunk second: its operator's server answers again");
    }

    @Test
    void numbersOutsideThePrefixesAndDearOnesAreRefusedAndToldSo() {
        ConsultantPhone anna = instance.phone("anna");
        List<String> before = first.called();

        anna.call("00493012345678", Duration.ofSeconds(1));
        anna.awaitEnd();
        anna.call("701234567", Duration.ofSeconds(1));
        anna.awaitEnd();

        assertThat(Sound.ofAlaw(anna.heard()).likeness(Sound.ofWav(instance.sound("pl", "outbound-not-allowed"))))
                .isGreaterThan(0.8);
        assertThat(instance.asteriskLog())
                .contains("outbound: refused to anna: NOT_ALLOWED, number +4930...")
                .contains("outbound: refused to anna: PREMIUM, number +4870...");
        assertThat(first.called()).isEqualTo(before);
    }

    @Test
    void whileAsManyCallAsMayAnotherIsToldSo() {
        ConsultantPhone anna = instance.phone("anna");
        ConsultantPhone bartosz = instance.phone("bartosz");

        try (AsteriskEvents events = instance.events()) {
            anna.call("600100201", Duration.ofSeconds(20));
            await(events, "BridgeEnter", "Channel", "PJSIP/infolinia-first-");
            bartosz.call("600100211", Duration.ofSeconds(1));
            bartosz.awaitEnd();
            anna.stop();
        }

        assertThat(Sound.ofAlaw(bartosz.heard()).likeness(Sound.ofWav(instance.sound("pl", "outbound-limit"))))
                .isGreaterThan(0.8);
        assertThat(first.called()).noneMatch(call -> call.startsWith("+48600100211"));
    }

    @Test
    void afterThreeCallsOfAnHourAConsultantIsRefused() {
        ConsultantPhone celina = instance.phone("celina");
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        int before = first.called().size();
        String refused = "outbound: refused to celina: HOUR";

        // The hour of the clock may end meanwhile; then three more are allowed.
        int dialled = 0;
        while (!instance.asteriskLog().contains(refused) && dialled < 7) {
            celina.call("600100202", Duration.ofSeconds(1));
            celina.awaitEnd();
            dialled++;
        }

        boolean sameHour = Instant.now().truncatedTo(ChronoUnit.HOURS).equals(hour);
        assertThat(instance.asteriskLog()).contains(refused);
        assertThat(first.called().size() - before).isBetween(3, sameHour ? 3 : 6);
    }

    @Test
    void operatorCannotSendACallElsewhere() {
        ConsultantPhone ewelina = instance.phone("ewelina");

        ewelina.call("600100204", Duration.ofSeconds(1));
        ewelina.awaitEnd();
        ewelina.call("600100207", Duration.ofSeconds(10));
        ewelina.awaitEnd();

        assertThat(first.log()).contains("the hotline's answer to REFER is FAILURE");
        assertThat(instance.command("console", "queue show ogolna").output()).doesNotContain("ewelina");
    }

    @Test
    void callerWhoLeftANumberIsCalledBackGreetedAndRecorded() {
        int call = first.answered();
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(60));

        String left;
        String back;
        try (TestCall talking = TestCall.dial(instance)) {
            talking.reaches("main").presses("3");
            talking.isConnected();
            try (TestCall leaving = TestCall.dialFrom(instance, "600100201")) {
                left = leaving.linkedId;
                leaving.reaches("main").presses("3");
                leaving.joinsQueue();
                leaving.pressesAfter(Duration.ofSeconds(3), "1");
                leaving.isAskedForANumber().pressesAfter(Duration.ofSeconds(3), "1");
                leaving.ends();
            }
            try (AsteriskEvents events = instance.events()) {
                talking.hangsUp();
                Map<String, String> out = await(events, "BridgeEnter", "Channel", "PJSIP/infolinia-first-");
                back = out.getOrDefault("Linkedid", "");
                talking.staysFor(Duration.ofSeconds(3));
                first.hangsUpAll();
            }
            instance.servicesSay(0, "call-back " + left + ": REACHED");
        }

        assertThat(first.called()).endsWith("+48600100201 as +48221000100");
        Sound heard = first.heard(call);
        assertThat(heard.likeness(Sound.ofWav(instance.sound("pl", "callback-greeting"))))
                .as("who was called back was greeted")
                .isGreaterThan(0.8);
        assertThat(heard.likeness(Sound.ofWav(instance.sound("pl", "recording-notice"))))
                .as("who was called back heard of the recording")
                .isGreaterThan(0.8);
        Path file = instance.recording(back).orElseThrow();
        assertThat(file.getFileName().toString()).contains("Z+cra+anna+" + back + "+");
        Sound recording = Sound.ofWav(file);
        // The consultant is on the line while it is dialled and the called one is greeted.
        assertThat(recording.shareAt(ConsultantPhone.HERTZ)).isGreaterThan(0.2);
        assertThat(recording.eachSecond()).anyMatch(second -> second.shareAt(Operator.HERTZ) > 0.1);
    }

    @Test
    void whoeverIsBusyIsCalledAgainAndGivenUpAfterTheLastAttempt() {
        String left = leavesItsNumber("600100222", false);
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(20));

        instance.servicesSay(0, "call-back " + left + ": BUSY, now OPEN");
        instance.servicesSay(0, "call-back " + left + ": BUSY, now GIVEN_UP");
        for (String said : List.of("callback-turn", "callback-busy")) {
            assertThat(Sound.ofAlaw(anna.heard()).likeness(Sound.ofWav(instance.sound("pl", said))))
                    .as("the consultant heard " + said)
                    .isGreaterThan(0.8);
        }

        assertThat(first.called())
                .filteredOn(called -> called.startsWith("+48600100222"))
                .hasSize(2);
        assertThat(callbacks()).anyMatch(line -> line.contains("600100222") && line.contains("given up 2 attempts"));
    }

    @Test
    void whoDeclinedTheRecordingIsNotRecordedWhenCalledBackByCodeEither() {
        String left = leavesItsNumber("600100231", true);
        int call = first.answered();
        ConsultantPhone bartosz = instance.phone("bartosz");

        try (AsteriskEvents events = instance.events()) {
            bartosz.call("*12");
            String back = await(events, "BridgeEnter", "Channel", "PJSIP/infolinia-first-")
                    .getOrDefault("Linkedid", "");
            first.hangsUpAll();
            bartosz.awaitEnd();
            instance.servicesSay(0, "call-back " + left + ": REACHED");

            assertThat(instance.recordings(back)).isEmpty();
            assertThat(instance.queueLog(back)).anyMatch(line -> line.contains("|NONE|bartosz|RECNONE|DECLINED"));
        }
        Sound heard = first.heard(call);
        assertThat(heard.likeness(Sound.ofWav(instance.sound("pl", "callback-greeting"))))
                .isGreaterThan(0.8);
        assertThat(heard.likeness(Sound.ofWav(instance.sound("pl", "recording-notice"))))
                .as("who is not recorded is not told that they were")
                .isLessThan(0.7);
    }

    /** Nobody is free, so the caller is asked at once whether to be called back. Gives the call's linked id. */
    private static String leavesItsNumber(String number, boolean declines) {
        try (TestCall leaving = TestCall.dialFrom(instance, number)) {
            leaving.reaches("main");
            if (declines) {
                leaving.presses("5").reaches("say-unrecorded").reaches("main");
            }
            leaving.presses("3");
            leaving.reaches("still-busy").presses("1");
            leaving.isAskedForANumber().pressesAfter(Duration.ofSeconds(3), "1");
            leaving.ends();
            return leaving.linkedId;
        }
    }

    private static List<String> callbacks() {
        return instance.command("callbacks", "list").output().lines().toList();
    }

    @Test
    void callerWhomTheTreePutsThroughIsConnectedByTheOperator() {
        try (TestCall call = TestCall.dial(instance);
                AsteriskEvents events = instance.events()) {
            call.reaches("main").presses("8");
            await(events, "BridgeEnter", "Channel", "PJSIP/infolinia-first-");
            call.staysFor(Duration.ofSeconds(2));
            call.hangsUp();
            call.ends();

            assertThat(first.called()).endsWith("+48221000901 as +48221000100");
            assertThat(Sound.ofAlaw(call.heard()).shareAt(Operator.HERTZ)).isGreaterThan(0.05);
            assertThat(instance.recordings(call.linkedId)).isEmpty();
        }
    }

    private static Map<String, String> await(AsteriskEvents events, String name, String header, String beginning) {
        return events.await(
                name + " of " + beginning,
                Instance.patience(),
                event -> name.equals(event.get("Event"))
                        && event.getOrDefault(header, "").startsWith(beginning));
    }

    private static long timesTold(String words) {
        return instance.servicesLog()
                .lines()
                .filter(line -> line.contains(words))
                .count();
    }

    private static String health() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + instance.staff().getPort() + "/health");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
