package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The desk in a tab that is behind another one for most of the day. */
class HiddenTabTest {

    private static Instance instance;
    private static StaffSession lead;

    @BeforeAll
    static void bringUp() {
        instance = Instance.up();
        lead = new StaffSession(instance, "grazyna");
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @AfterEach
    void clear() {
        instance.clear();
    }

    /** Within the second that is required of it: of times, this one is asserted. */
    @Test
    void pageThatNobodySeesRingsWithinASecond() {
        int before = instance.queueLog().size();
        try (HiddenDesk anna = new HiddenDesk(instance, "anna")) {
            assertThat(anna.visibility()).isEqualTo("hidden");
            anna.isThrottled();
            anna.hasAsked(3);
            lead.sees(
                    "/floor/state",
                    state -> state.findParents("standing").stream()
                            .anyMatch(one -> one.path("name").asText().equals("anna")
                                    && one.get("standing").asText().equals("available")));

            try (TestCall call = TestCall.dial(instance)) {
                call.reaches("main").presses("2");
                Instant offered = at(call.await("being offered", event -> "AgentCalled".equals(event.get("Event"))));
                Instant ringing = at(call.await(
                        "the ringing",
                        event -> "Newstate".equals(event.get("Event"))
                                && "Ringing".equals(event.get("ChannelStateDesc"))
                                && event.getOrDefault("Channel", "").startsWith("PJSIP/desk_anna-")));
                assertThat(List.of(ringing, anna.rangAt(), anna.soundedAt()))
                        .allSatisfy(moment ->
                                assertThat(Duration.between(offered, moment)).isLessThan(Duration.ofSeconds(1)));

                anna.answers(50);
                assertThat(call.isConnected()).isEqualTo("anna");
                assertThat(anna.visibility()).isEqualTo("hidden");
                call.hangsUp();
                call.ends();
            }
            assertThat(instance.queueLog().subList(before, instance.queueLog().size()))
                    .noneMatch(line -> line.contains("|unreachable"));
        }
    }

    @Test
    void whoSeesAnotherPageIsToldThatNoCallsCome() {
        try (HiddenDesk anna = new HiddenDesk(instance, "anna");
                TestCall call = TestCall.dialFrom(instance, "601234575")) {
            call.reaches("main").presses("2");

            assertThat(anna.isTold()).isEqualTo("601\u00a0234\u00a0575");
            // She lets it ring.
            assertThat(anna.isTold()).startsWith("Nie odebrano połączenia");
            call.hangsUp();
            call.ends();
        }
    }

    @Test
    void pageThatNobodySeesConnectsAnewWithoutItsOwnTimers() {
        try (Cable cable = new Cable();
                HiddenDesk anna = new HiddenDesk(cable, instance, "anna")) {
            anna.isThrottled();
            int before = anna.woken();

            anna.isReachedAnewAfter(cable::losesItsConnections);

            // To ask takes one of these minutes, to miss the answer another.
            assertThat(anna.woken() - before).isLessThanOrEqualTo(1);
            try (TestCall call = TestCall.dial(instance)) {
                call.reaches("main").presses("2");
                anna.answers(50);
                call.hangsUp();
                call.ends();
            }
        }
    }

    private static Instant at(Map<String, String> event) {
        return Instant.ofEpochMilli(Math.round(Double.parseDouble(event.getOrDefault("Timestamp", "")) * 1000));
    }
}
