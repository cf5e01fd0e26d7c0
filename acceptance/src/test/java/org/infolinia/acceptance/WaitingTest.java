package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
                .replace("after-closing-minutes=\"10\"", "after-closing-minutes=\"0\"")
                .replace("  <waiting ", """
                          <consultants>
                            <consultant name="celina" languages="pl en"/>
                            <consultant name="dawid" queues="ogolna"/>
                          </consultants>
                          <waiting\s"""));
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
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(25));

        try (TestCall talking = TestCall.dial(instance)) {
            talking.reaches("main").presses("3");
            talking.isConnected();
            try (TestCall next = TestCall.dial(instance)) {
                next.reaches("main").presses("3");
                next.joinsQueue();
                try (TestCall behind = TestCall.dial(instance)) {
                    behind.reaches("main").presses("3");
                    behind.joinsQueue();
                    behind.staysFor(Duration.ofSeconds(6));

                    assertThat(heard(next, "waiting-next")).isGreaterThan(0.8);
                    assertThat(heard(behind, "waiting-ahead-1")).isGreaterThan(0.8);
                    assertThat(heard(behind, "waiting-place")).isGreaterThan(0.8);
                    assertThat(heard(behind, "../digits/2")).isGreaterThan(0.8);
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
    void closingTimeEndsTheWaitAndOffersToCallBack() {
        instance.signedIn("anna").answer(Duration.ofMillis(300), Duration.ofSeconds(30));

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

    private static double heard(TestCall call, String sound) {
        return Sound.ofAlaw(call.heard()).likeness(Sound.ofWav(instance.sound("pl", sound)));
    }
}
