package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What callers meet who have to wait: where they stand, leaving a number, closing time, other queues. */
final class WaitingTest {

    private static Instance instance;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up(Instance.briefHotline()
                .replace("    <queue name=\"ogolna\"", """
                            <queue name="nis2-en" topic="nis2" language="en" strategy="rrmemory" ring-seconds="15"
                                   longest-wait-seconds="900" capacity="30" head-start-seconds="60" overflow-seconds="3"/>
                            <queue name="ogolna\"""")
                .replaceFirst("(name=\"dojrzalosc\"[^>]*capacity=)\"30\"", "$1\"1\"")
                .replaceFirst("(name=\"nis2\"[^>]*capacity=\"30\")", "$1 head-start-seconds=\"12\"")
                .replace("after-closing-minutes=\"10\"", "after-closing-minutes=\"0\"")
                .replace("  <presence ", """
                          <consultants>
                            <consultant name="celina" languages="pl en"/>
                            <consultant name="dawid" queues="ogolna"/>
                          </consultants>
                          <presence\s"""));
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
    void callerWithAFreeConsultantHearsNothingOfWaiting() {
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(2));

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("3");
            assertThat(call.isConnected()).isEqualTo("anna");
            call.ends();

            assertThat(heard(call, "waiting-next")).isLessThan(0.7);
        }
    }

    @Test
    void whoWaitsHearsHowManyAreAheadAndTheirPlace() {
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(60));

        try (TestCall talking = TestCall.dial(instance)) {
            talking.reaches("main").presses("3");
            talking.isConnected();
            try (TestCall next = TestCall.dial(instance)) {
                next.reaches("main").presses("3");
                next.joinsQueue();
                try (TestCall behind = TestCall.dial(instance)) {
                    behind.reaches("main").presses("3");
                    behind.joinsQueue();

                    hears(next, "waiting-next");
                    hears(behind, "waiting-ahead-1");
                    hears(behind, "waiting-place");
                    hears(behind, "../digits/2");
                }
            }
        }
    }

    @Test
    void leftNumberKeepsThePlaceInLineAndIsAskedForOnlyOnce() {
        ConsultantPhone anna = instance.signedIn("anna");
        anna.answer(Duration.ofMillis(300), Duration.ofSeconds(40));

        try (TestCall talking = TestCall.dial(instance)) {
            talking.reaches("main").presses("3");
            talking.isConnected();
            String left;
            String number;
            try (TestCall leaving = TestCall.dial(instance)) {
                left = leaving.linkedId;
                number = leaving.number;
                leaving.reaches("main").presses("3");
                leaving.joinsQueue();
                leaving.pressesAfter(Duration.ofSeconds(3), "1");
                leaving.isAskedForANumber().pressesAfter(Duration.ofSeconds(3), "1");
                leaving.ends();
                assertThat(heard(leaving, "callback-number")).isGreaterThan(0.8);
                assertThat(heard(leaving, "callback-kept")).isGreaterThan(0.8);
            }
            assertThat(instance.queueLog(left))
                    .anyMatch(line -> line.contains("|EXITWITHKEY|1|"))
                    .noneMatch(line -> line.contains("|LEFTIVR|"));
            try (TestCall behind = TestCall.dial(instance)) {
                behind.reaches("main").presses("3");
                behind.joinsQueue();
                talking.ends();
                behind.isConnected();

                List<String> connects = instance.queueLog().stream()
                        .filter(line -> line.contains("|cra|anna|CONNECT|"))
                        .toList();
                String placeholder = instance.queueLog().stream()
                        .filter(line -> line.contains("|CALLBACK|" + left))
                        .map(line -> line.split("\\|")[1])
                        .findFirst()
                        .orElseThrow();
                assertThat(connects.get(connects.size() - 2)).contains("|" + placeholder + "|");
                assertThat(connects.get(connects.size() - 1)).contains("|" + behind.linkedId + "|");
                behind.hangsUp();
                behind.ends();
            }
            // The demonstration's trunk has nobody to call: the attempt failed, and another is to come.
            assertThat(instance.command("callbacks", "list").output())
                    .contains("cra", "open", "1 attempts, last failed", "anna", "+48" + number);
        }
        JsonNode calls = instance.report().get("calls").get("total");
        assertThat(calls.get("offered").asInt())
                .as("the placeholder is no inbound call")
                .isEqualTo(calls.get("answered").asInt()
                        + calls.get("abandoned").asInt()
                        + calls.get("timedOut").asInt()
                        + calls.get("exitedByKey").asInt()
                        + calls.get("removed").asInt());
        assertThat(calls.get("received").asInt())
                .isEqualTo(calls.get("closedHours").asInt()
                        + calls.get("leftInIvr").asInt()
                        + calls.get("refused").asInt()
                        + calls.get("offered").asInt());
    }

    @Test
    void premiumNumberIsRefusedAndOneLeftTwiceIsKnown() {
        String number;
        try (TestCall first = TestCall.dial(instance)) {
            number = first.number;
            leavesItsNumber(first).pressesAfter(Duration.ofSeconds(3), "1").ends();
            assertThat(heard(first, "callback-kept")).isGreaterThan(0.8);
        }
        try (TestCall second = TestCall.dial(instance)) {
            leavesItsNumber(second).pressesAfter(Duration.ofSeconds(2), "2");
            second.isTold("callback-enter").presses("700123456#");
            second.isTold("callback-forbidden").pressesAfter(Duration.ofSeconds(6), number + "#");
            second.isAskedForANumber().pressesAfter(Duration.ofSeconds(2), "1").ends();

            assertThat(heard(second, "callback-forbidden")).isGreaterThan(0.8);
            assertThat(heard(second, "callback-known")).isGreaterThan(0.8);
        }
        assertThat(instance.command("callbacks", "list").output()).containsOnlyOnce("+48" + number);
    }

    @Test
    void consultantWhoHangsUpBeforeItIsDialledGivesTheCallbackBack() {
        try (TestCall leaving = TestCall.dial(instance)) {
            leavesItsNumber(leaving).pressesAfter(Duration.ofSeconds(3), "1").ends();
        }
        AsteriskEvents events = instance.events();
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofMillis(1000));

        connects(events, "anna");
        connects(events, "anna");

        assertThat(callbacks()).anyMatch(line -> line.contains("last broken off") && line.contains("anna"));
    }

    @Test
    void whoWasPromisedACallHasAPlaceInLineAgainWhenAsteriskHasStartedAnew() {
        String left;
        try (TestCall leaving = TestCall.dial(instance)) {
            left = leaving.linkedId;
            leavesItsNumber(leaving).pressesAfter(Duration.ofSeconds(3), "1").ends();
        }
        instance.clear();
        instance.command("console", "core stop now");
        instance.upAgain();
        AsteriskEvents events = instance.events();
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(10));

        connects(events, "anna");

        assertThat(instance.queueLog())
                .filteredOn(line -> line.endsWith("|CALLBACK|" + left))
                .hasSize(2);
    }

    @Test
    void consultantCallsTheOldestByCode() {
        try (TestCall leaving = TestCall.dial(instance)) {
            leavesItsNumber(leaving).pressesAfter(Duration.ofSeconds(3), "1").ends();
        }
        ConsultantPhone bartosz = instance.phone("bartosz");

        bartosz.dial("*12");

        assertThat(callbacks()).anyMatch(line -> line.contains("last failed") && line.contains("bartosz"));
        assertThat(Sound.ofAlaw(bartosz.heard()).likeness(Sound.ofWav(instance.sound("pl", "callback-number"))))
                .isGreaterThan(0.8);
    }

    @Test
    void callerWhoFindsTheQueueFullIsToldSoAndCounted() {
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(60));

        try (TestCall talking = TestCall.dial(instance)) {
            talking.reaches("main").presses("1");
            talking.isConnected();
            try (TestCall next = TestCall.dial(instance);
                    TestCall refused = TestCall.dial(instance)) {
                next.reaches("main").presses("1");
                next.joinsQueue();
                refused.reaches("main").presses("1");
                refused.reaches("still-busy");
                hears(refused, "still-busy");
                refused.hangsUp();
                refused.ends();

                assertThat(instance.queueLog(refused.linkedId)).anyMatch(line -> line.contains("|REFUSED|FULL"));
            }
        }
    }

    /** The queue nis2 has a head start of twelve seconds: whoever has waited longer than that is not passed. */
    @Test
    void headStartPassesLaterCallersAndNobodyIsPassedForEver() {
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(40));

        try (TestCall talking = TestCall.dial(instance);
                TestCall early = TestCall.dial(instance)) {
            talking.reaches("main").presses("3");
            talking.isConnected();
            early.reaches("main").presses("3");
            assertThat(early.joinsQueue()).as(early.story()).isEqualTo("cra");
            early.staysFor(Duration.ofSeconds(13));
            try (TestCall late = TestCall.dial(instance);
                    TestCall urgent = TestCall.dial(instance)) {
                late.reaches("main").presses("3");
                assertThat(late.joinsQueue()).as(late.story()).isEqualTo("cra");
                urgent.reaches("main").presses("2");
                assertThat(urgent.joinsQueue()).as(urgent.story()).isEqualTo("nis2");
                talking.hangsUp();

                early.isConnected();
                early.hangsUp();
                urgent.isConnected();
                urgent.hangsUp();
                late.isConnected();
                late.hangsUp();
                late.ends();
            }
        }
        List<String> served = instance.queueLog().stream()
                .filter(line -> line.contains("|anna|CONNECT|"))
                .map(line -> line.split("\\|")[2])
                .toList();
        assertThat(served.subList(served.size() - 4, served.size())).containsExactly("cra", "cra", "nis2", "cra");
    }

    @Test
    void closingTimeEndsTheWaitAndOffersToCallBack() {
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(90));

        try (TestCall talking = TestCall.dial(instance)) {
            talking.reaches("main").presses("3");
            talking.isConnected();
            try (TestCall late = TestCall.dial(instance, Instance.moment("2026-11-23T16:59:40"))) {
                late.reaches("main").presses("3");
                late.joinsQueue();
                late.isAskedForANumber().pressesAfter(Duration.ofSeconds(3), "*");
                late.hangsUp();
                late.ends();

                assertThat(heard(late, "waiting-closed-callback")).isGreaterThan(0.8);
                assertThat(instance.queueLog(late.linkedId)).anyMatch(line -> line.contains("|EXITWITHTIMEOUT|"));
            }
        }
    }

    @Test
    void englishCallerGoesOnInTheGeneralQueueWhenNobodySpeaksEnglish() {
        instance.signedIn("celina");
        ConsultantPhone dawid = instance.signedIn("dawid");
        dawid.answer(Duration.ofMillis(300), Duration.ofSeconds(2));

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("9").reaches("main").presses("2");
            assertThat(call.joinsQueue()).isEqualTo("nis2-en");
            assertThat(call.joinsQueue()).isEqualTo("ogolna");
            assertThat(call.isConnected()).isEqualTo("dawid");
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .anyMatch(line -> line.contains("|nis2-en|NONE|EXITWITHTIMEOUT|"))
                    .anyMatch(line -> line.contains("|ogolna|dawid|COMPLETEAGENT|"));
        }
    }

    /** Nobody has signed in, so the caller is asked at once whether to be called back, and for the number. */
    private static TestCall leavesItsNumber(TestCall call) {
        call.reaches("main").presses("3").reaches("still-busy").presses("1");
        return call.isAskedForANumber();
    }

    private static void connects(AsteriskEvents events, String consultant) {
        events.await(
                consultant + " being connected",
                Instance.patience(),
                event -> "AgentConnect".equals(event.get("Event")) && consultant.equals(event.get("MemberName")));
    }

    /** The list's lines. */
    private static List<String> callbacks() {
        return instance.command("callbacks", "list").output().lines().toList();
    }

    /** Listens until that was heard. */
    private static void hears(TestCall call, String sound) {
        double likeness = 0;
        for (int seconds = 0; seconds < 30 && likeness <= 0.8; seconds++) {
            call.staysFor(Duration.ofSeconds(1));
            likeness = heard(call, sound);
        }
        assertThat(likeness).as("%s heard %s", call.story(), sound).isGreaterThan(0.8);
    }

    private static double heard(TestCall call, String sound) {
        return Sound.ofAlaw(call.heard()).likeness(Sound.ofWav(instance.sound("pl", sound)));
    }
}
