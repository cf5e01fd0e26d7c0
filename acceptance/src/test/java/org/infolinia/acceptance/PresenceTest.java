package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** M1, A4: what pages show is what Asterisk says, and what is said in the page is in its queue log. */
final class PresenceTest {

    private static final Map<String, String> ON_THE_TELEPHONE = Map.of("device", "telephone");

    private static Instance instance;
    private static StaffSession anna;
    private static StaffSession lead;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up(Instance.briefHotline()
                .replace("after-call-seconds=\"20\"", "after-call-seconds=\"6\"")
                .replace("ring-seconds=\"15\"", "ring-seconds=\"10\""));
        anna = new StaffSession(instance, "anna");
        lead = new StaffSession(instance, "grazyna");
    }

    @AfterAll
    static void takeDown() {
        instance.close();
    }

    @AfterEach
    void clear() {
        anna.says("sign-out", Map.of());
        seesHerself("signed-out");
        instance.clear();
    }

    @Test
    void callIsSeenFromWaitingToTheRestBehindIt() {
        ConsultantPhone phone = instance.phone("anna");
        phone.register();
        phone.answer(Duration.ofSeconds(7), Duration.ofSeconds(60));
        anna.says("sign-in", ON_THE_TELEPHONE);
        assertThat(seesHerself("available").at("/queues")).hasSize(4);

        try (TestCall call = TestCall.dialFrom(instance, "600700800")) {
            call.reaches("main").presses("2");
            JsonNode ringing = seesHerself("ringing");
            assertThat(ringing.at("/call/number").asText()).endsWith("600700800");
            assertThat(ringing.at("/call/title").asText()).isEqualTo("Wstępna weryfikacja NIS2");
            assertThat(ringing.at("/call/language").asText()).isEqualTo("pl");
            seesHerself("talking");
            assertThat(theLeadSees("talking").at("/call/number").asText()).endsWith("600700800");
            call.hangsUp();
            assertThat(seesHerself("after-call").get("until").isNumber()).isTrue();
            call.ends();
            seesHerself("available");

            assertThat(events())
                    .containsSubsequence("ADDMEMBER", "CONNECT", "COMPLETECALLER", "PAUSE aftercall", "UNPAUSE");
        }
    }

    @Test
    void breakHasItsReasonInTheLogAndEndsByAClick() {
        instance.phone("anna").register();
        anna.says("sign-in", ON_THE_TELEPHONE);
        seesHerself("available");

        anna.says("break", Map.of("reason", "meal"));
        assertThat(seesHerself("break").get("reason").asText()).isEqualTo("meal");
        assertThat(theLeadSees("break").get("reason").asText()).isEqualTo("meal");
        anna.says("available", Map.of());
        seesHerself("available");

        assertThat(events()).containsSubsequence("PAUSE meal", "UNPAUSE");
        assertThat(anna.post("/presence/break", Map.of("reason", "holiday\r\nAction: Command"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoMissesACallIsOfferedNoFurtherOneUntilTheyAreBack() {
        ConsultantPhone phone = instance.phone("anna");
        phone.register();
        phone.answer(Duration.ofSeconds(60), Duration.ofSeconds(1));
        anna.says("sign-in", ON_THE_TELEPHONE);
        seesHerself("available");

        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            seesHerself("not-answering");
            theLeadSees("not-answering");
            phone.answer(Duration.ofMillis(300), Duration.ofSeconds(1));
            anna.says("available", Map.of());

            assertThat(call.isConnected()).isEqualTo("anna");
            call.ends();
        }
        assertThat(events()).containsSubsequence("RINGNOANSWER", "PAUSE notanswering", "UNPAUSE", "CONNECT");
    }

    @Test
    void telephoneThatIsGoneIsNotAvailableAndComesBackByItself() {
        ConsultantPhone phone = instance.phone("anna");
        phone.register();
        anna.says("sign-in", ON_THE_TELEPHONE);
        seesHerself("available");

        phone.unregister();
        theLeadSees("unreachable");
        anna.sees("/presence/state", state -> events().contains("PAUSE unreachable"));
        phone.register();
        seesHerself("available");

        assertThat(events()).containsSubsequence("PAUSE unreachable", "UNPAUSE");
    }

    @Test
    void servicesThatCameBackKnowWhoIsTalkedTo() {
        ConsultantPhone phone = instance.phone("anna");
        phone.register();
        phone.answer(Duration.ofSeconds(1), Duration.ofSeconds(120));
        anna.says("sign-in", ON_THE_TELEPHONE);
        seesHerself("available");

        try (TestCall call = TestCall.dialFrom(instance, "600700801")) {
            call.reaches("main").presses("2").isConnected();
            JsonNode before = anna.sees("/presence/state", PresenceTest::talksToSomebodyKnown)
                    .get("call");
            // The services keep it within a second.
            call.staysFor(Duration.ofSeconds(6));

            instance.killServices();
            instance.upAgain();

            JsonNode after = anna.sees("/presence/state", PresenceTest::talksToSomebodyKnown);
            assertThat(after.get("call")).isEqualTo(before);
            assertThat(theLeadSees("talking").at("/call/number").asText()).endsWith("600700801");
            call.hangsUp();
            assertThat(seesHerself("after-call").at("/call/linkedId").asText()).isEqualTo(call.linkedId);
            call.ends();
        }
        seesHerself("available");
    }

    @Test
    void servicesThatCameBackShowWhatAsteriskHasKept() {
        instance.phone("anna").register();
        anna.says("sign-in", ON_THE_TELEPHONE);
        seesHerself("available");
        anna.says("break", Map.of("reason", "training"));
        seesHerself("break");
        long since = theLeadSees("break").get("since").asLong();

        instance.killServices();
        instance.upAgain();

        JsonNode seen = theLeadSees("break");
        assertThat(seen.get("reason").asText()).isEqualTo("training");
        assertThat(Math.abs(seen.get("since").asLong() - since)).isLessThan(2000);
    }

    @Test
    void leadSignsOutWhoeverForgotToAndTheAuditLogSaysSo() {
        instance.phone("anna").register();
        anna.says("sign-in", ON_THE_TELEPHONE);
        seesHerself("available");

        assertThat(lead.post("/floor/consultants/anna/sign-out", Map.of()).statusCode())
                .isEqualTo(204);

        seesHerself("signed-out");
        assertThat(lead.get("/audit/export").body()).contains("presence.signed-out");
        assertThat(anna.post("/floor/consultants/bartosz/sign-out", Map.of()).statusCode())
                .isEqualTo(403);
    }

    private static boolean talksToSomebodyKnown(JsonNode state) {
        return state.at("/call/talks").asBoolean();
    }

    private static JsonNode seesHerself(String standing) {
        return anna.sees(
                "/presence/state", state -> state.get("standing").asText().equals(standing));
    }

    private static JsonNode theLeadSees(String standing) {
        JsonNode floor = lead.sees(
                "/floor/state", state -> person(state).get("standing").asText().equals(standing));
        return person(floor);
    }

    private static JsonNode person(JsonNode floor) {
        return StreamSupport.stream(floor.get("people").spliterator(), false)
                .filter(one -> one.get("name").asText().equals("anna"))
                .findFirst()
                .orElseThrow();
    }

    /** What the queue log says of anna in one of her queues, or all; reasons with pauses. */
    private static List<String> events() {
        return instance.queueLog().stream()
                .map(line -> line.split("\\|", -1))
                .filter(cells -> cells[3].equals("anna"))
                .map(PresenceTest::event)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable String event(String... cells) {
        return switch (cells[4]) {
            case "PAUSE", "UNPAUSE", "ADDMEMBER" ->
                cells[2].equals("nis2") ? (cells[4] + " " + Objects.requireNonNullElse(cells[5], "")).strip() : null;
            case "PAUSEALL", "UNPAUSEALL" -> null;
            default -> cells[4];
        };
    }
}
