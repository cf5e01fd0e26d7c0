package org.infolinia.agi.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.infolinia.agi.SmallHotline;
import org.infolinia.agi.announcements.Sound;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.callback.CallbackHandlers;
import org.infolinia.agi.waiting.QueueEntryHandler;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.callback.AttemptResult;
import org.infolinia.hotline.callback.Callback;
import org.infolinia.hotline.callback.CallbackRules;
import org.infolinia.hotline.callback.CallbackState;
import org.infolinia.hotline.callback.Callbacks;
import org.infolinia.hotline.callback.ListedCallback;
import org.infolinia.hotline.libphonenumber.NumberingPlans;
import org.infolinia.hotline.number.PhoneNumber;
import org.infolinia.hotline.queue.PresenceRules;
import org.infolinia.hotline.queue.WaitingRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting and leaving a number from Asterisk's side, command by command. */
final class WaitingOnTheWireTest {

    /** Open until 16:00, an hour from now. */
    private static final Instant THREE = Instant.parse("2026-11-23T14:00:00Z");

    private static final Sounds SOUNDS = (announcements, language) -> announcements.stream()
            .map(id -> new Sound("infolinia/" + id, Duration.ofSeconds(2)))
            .toList();

    /** The list in memory: one number is there already. */
    private static final class Listed implements Callbacks {
        private final Map<String, Callback> kept = new HashMap<>();
        private Optional<AttemptResult> result = Optional.empty();

        @Override
        public Kept keep(Callback callback) {
            if (callback.number().equals(new PhoneNumber("+48600100200"))) {
                return Kept.ALREADY_THERE;
            }
            kept.put(callback.linkedId(), callback);
            return Kept.KEPT;
        }

        @Override
        public Optional<Callback> take(String linkedId, String consultant, Instant now) {
            return Optional.ofNullable(kept.get(linkedId));
        }

        @Override
        public Optional<Callback> takeOldest(String consultant, Instant now) {
            return kept.values().stream().findFirst();
        }

        @Override
        public Optional<ListedCallback> tried(
                String linkedId, String consultant, AttemptResult tried, CallbackRules rules, Instant now) {
            result = Optional.of(tried);
            return Optional.ofNullable(kept.get(linkedId))
                    .filter(callback -> consultant.equals("anna"))
                    .map(callback -> new ListedCallback(
                            callback, CallbackState.OPEN, 1, result, Optional.empty(), now.plus(rules.pause())));
        }

        @Override
        public Optional<ListedCallback> nextOpen(String after, Instant now) {
            return kept.values().stream()
                    .filter(callback -> callback.linkedId().compareTo(after) > 0)
                    .findFirst()
                    .map(callback -> new ListedCallback(
                            callback, CallbackState.OPEN, 0, Optional.empty(), Optional.empty(), now));
        }

        @Override
        public List<ListedCallback> waiting(int most, Instant now) {
            throw new UnsupportedOperationException("no call of these asks for it");
        }

        @Override
        public List<ListedCallback> latest(int most, Instant now) {
            return List.of();
        }
    }

    private final Listed list = new Listed();
    private AgiServer server;
    private List<Duration> waits = List.of();

    @BeforeEach
    void serve() throws Exception {
        Hotline plain = SmallHotline.saying("Words of");
        Hotline hotline = new Hotline(
                plain.hours(),
                plain.languages(),
                plain.topics(),
                plain.queues(),
                plain.generalQueue(),
                plain.consultants(),
                PresenceRules.DEFAULT,
                new WaitingRules(
                        Duration.ofMinutes(10), Optional.of(new CallbackRules('1', 3, Duration.ofMinutes(15), 1))),
                plain.announcements(),
                plain.tree(),
                plain.recording(),
                plain.thresholds());
        Clock clock = Clock.fixed(THREE, ZoneOffset.UTC);
        Map<String, CallHandler> handlers = new HashMap<>(new CallbackHandlers(
                        () -> hotline,
                        any -> SOUNDS,
                        () -> list,
                        new NumberingPlans(List.of("+"), Set.of()),
                        clock,
                        false)
                .byScript());
        handlers.put("queue-entry", new QueueEntryHandler(() -> hotline, any -> SOUNDS, queue -> waits, clock, false));
        server = AgiServer.start(AgiSettings.DEFAULT.withPort(0), handlers);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void callerIsToldHowManyWaitAndHowLongItTakesInTwoCommands() throws Exception {
        waits = List.of(Duration.ofSeconds(110), Duration.ofSeconds(120), Duration.ofSeconds(130));
        try (FakeAsterisk asterisk = asking("queue-entry", "nis2", "5", "3", secondsFromNow(600), "")) {
            assertThat(asterisk.hear())
                    .isEqualTo("EXEC Exec \"Playback(${IF(0?${SET(CHANNEL(language)=pl)}${SET(TIMEOUT(absolute)=10)}:)}"
                            + "infolinia/waiting-ahead-5&infolinia/waiting-minutes-2)\"");
            asterisk.answer("200 result=0");
            assertThat(asterisk.hear()).isEqualTo("EXEC MSet \"TIMEOUT(absolute)=6,INFOLINIA_DONE=1795356000.7-81\"");
            asterisk.answer("200 result=0");
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
    }

    @Test
    void nothingIsSaidOfAWaitThatNobodyKnows() throws Exception {
        try (FakeAsterisk asterisk = asking("queue-entry", "nis2", "0", "1", secondsFromNow(600))) {
            assertThat(asterisk.hear()).contains("INFOLINIA_DONE=1795356000.7-81");
            asterisk.answer("200 result=0");
        }
    }

    @Test
    void callerOfWhomTheDialplanSaysTooLittleGoesOnWithoutUs() throws Exception {
        try (FakeAsterisk asterisk = asking("queue-entry", "nis2", "0", "1")) {
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
    }

    @Test
    void waitIsCutToTheTimeServedAfterClosing() throws Exception {
        try (FakeAsterisk asterisk = asking("queue-entry", "nis2", "0", "1", secondsFromNow(7200))) {
            assertThat(asterisk.hear())
                    .contains("INFOLINIA_UNTIL="
                            + Instant.parse("2026-11-23T15:10:00Z").getEpochSecond())
                    .contains("INFOLINIA_CUT=closed");
            asterisk.answer("200 result=0");
        }
    }

    @Test
    void numberIsReadBackAndKeptWithTheTimeOfJoining() throws Exception {
        try (FakeAsterisk asterisk = asking("callback")) {
            assertThat(asterisk.hear())
                    .isEqualTo("GET FULL VARIABLE \"${CALLERID(num)}|${CHANNEL(linkedid)}|${CHANNEL(language)}|"
                            + "${INFOLINIA_QUEUE}|${INFOLINIA_SINCE}|${INFOLINIA_AT}|"
                            + "${INFOLINIA_PRIORITY}|${INFOLINIA_UNRECORDED}\"");
            asterisk.answer("200 result=1 (221000300|1795356000.7|pl|nis2|1795356100||7|1)");
            assertThat(asterisk.hear())
                    .contains("infolinia/callback-number&infolinia/digit-2&infolinia/digit-2&infolinia/digit-1&")
                    .contains("&infolinia/callback-confirm");
            asterisk.answer("200 result=49"); // key 1
            assertThat(asterisk.hear())
                    .contains("INFOLINIA_DESTINATION=callback")
                    .contains("INFOLINIA_CALLBACK=1795356000.7")
                    .contains("INFOLINIA_CALLBACK_UNTIL="
                            + Instant.parse("2026-11-23T15:00:00Z").getEpochSecond())
                    .contains("INFOLINIA_DONE=1795356000.7-81")
                    .doesNotContain("221000300");
            asterisk.answer("200 result=0");
            asterisk.hear();
        }
        assertThat(Objects.requireNonNull(list.kept.get("1795356000.7")).number())
                .isEqualTo(new PhoneNumber("+48221000300"));
        assertThat(Objects.requireNonNull(list.kept.get("1795356000.7")).joined())
                .isEqualTo(Instant.ofEpochSecond(1_795_356_100));
    }

    @Test
    void anonymousCallerHasToEnterANumberAndAPremiumOneIsRefused() throws Exception {
        try (FakeAsterisk asterisk = asking("callback")) {
            asterisk.hear();
            asterisk.answer("200 result=1 (|1795356000.7|pl|nis2|1795356100|||)");
            assertThat(asterisk.hear()).contains("infolinia/callback-enter,17,");
            asterisk.answer("200 result=0");
            asterisk.hear();
            asterisk.answer("200 result=1 (OK:701123456)");
            assertThat(asterisk.hear()).contains("infolinia/callback-forbidden&infolinia/callback-enter,17,");
            asterisk.answer("200 result=0");
            asterisk.hear();
            asterisk.answer("200 result=1 (OK:00493012345678)");
            assertThat(asterisk.hear())
                    .contains("infolinia/callback-number&infolinia/digit-0&infolinia/digit-0&infolinia/digit-4&");
            asterisk.answer("200 result=49"); // key 1
            assertThat(asterisk.hear()).contains("INFOLINIA_DESTINATION=callback");
            asterisk.answer("200 result=0");
            asterisk.hear();
        }
        assertThat(Objects.requireNonNull(list.kept.get("1795356000.7")).number())
                .isEqualTo(new PhoneNumber("+493012345678"));
    }

    @Test
    void numberThatWaitsAlreadyIsKnown() throws Exception {
        try (FakeAsterisk asterisk = asking("callback")) {
            asterisk.hear();
            asterisk.answer("200 result=1 (600100200|1795356000.7|pl|nis2|1795356100|||)");
            asterisk.hear();
            asterisk.answer("200 result=49"); // key 1
            assertThat(asterisk.hear()).contains("INFOLINIA_DESTINATION=known");
            asterisk.answer("200 result=0");
        }
    }

    @Test
    void callerWhoRatherWaitsIsBackInTheQueue() throws Exception {
        try (FakeAsterisk asterisk = asking("callback")) {
            asterisk.hear();
            asterisk.answer("200 result=1 (221000300|1795356000.7|pl|nis2|1795356100||7|1)");
            asterisk.hear();
            asterisk.answer("200 result=42"); // key *
            assertThat(asterisk.hear()).contains("INFOLINIA_DESTINATION=wait");
            asterisk.answer("200 result=0");
        }
        assertThat(list.kept).isEmpty();
    }

    @Test
    void consultantsTurnGetsTheNumberOfThatCallbackAloneAndNoneWhereItIsOver() throws Exception {
        numberIsReadBackAndKeptWithTheTimeOfJoining();
        try (FakeAsterisk asterisk = asking("callback-turn", "1795356000.7", "anna")) {
            assertThat(asterisk.hear())
                    .isEqualTo("EXEC MSet \"INFOLINIA_NUMBER=+48221000300,TIMEOUT(absolute)=6,"
                            + "INFOLINIA_DONE=1795356000.7-81\"");
            asterisk.answer("200 result=0");
        }
        try (FakeAsterisk asterisk = asking("callback-turn", "1.1", "anna")) {
            assertThat(asterisk.hear()).doesNotContain("INFOLINIA_NUMBER");
            asterisk.answer("200 result=0");
        }
    }

    @Test
    void asteriskGoesThroughThoseWhoWaitOneByOneToTheEnd() throws Exception {
        numberIsReadBackAndKeptWithTheTimeOfJoining();
        try (FakeAsterisk asterisk = asking("callback-next", "")) {
            assertThat(asterisk.hear())
                    .contains("INFOLINIA_CALLBACK=1795356000.7,")
                    .contains("INFOLINIA_QUEUE=nis2,")
                    .contains("INFOLINIA_SINCE=1795356100,")
                    .contains("INFOLINIA_SPOKEN=pl,")
                    .contains("INFOLINIA_PRIORITY=7,")
                    .contains("__INFOLINIA_UNRECORDED=1,")
                    .contains("INFOLINIA_CALLBACK_PAUSE=0,")
                    .doesNotContain("INFOLINIA_NUMBER");
            asterisk.answer("200 result=0");
        }
        try (FakeAsterisk asterisk = asking("callback-next", "1795356000.7")) {
            assertThat(asterisk.hear()).doesNotContain("INFOLINIA_QUEUE");
            asterisk.answer("200 result=0");
        }
    }

    @Test
    void outcomeIsToldAndAnotherAttemptIsToComeAfterThePause() throws Exception {
        numberIsReadBackAndKeptWithTheTimeOfJoining();
        try (FakeAsterisk asterisk = new FakeAsterisk(server)) {
            asterisk.say(FakeAsterisk.REQUEST
                    .replace("agi_network_script: ivr", "agi_network_script: callback-over")
                    .replace(
                            "agi_arg_1: 1795356000.7-81",
                            "agi_arg_1: 1795356000.7\nagi_arg_2: anna\nagi_arg_3: NOANSWER"));
            assertThat(asterisk.hear()).isEqualTo("SET VARIABLE INFOLINIA_CALLBACK_PAUSE 900");
            asterisk.answer("200 result=1");
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
        assertThat(list.result).contains(AttemptResult.NO_ANSWER);
    }

    private static String secondsFromNow(long seconds) {
        return Long.toString(THREE.plusSeconds(seconds).getEpochSecond());
    }

    private FakeAsterisk asking(String script, String... further) throws Exception {
        StringBuilder arguments = new StringBuilder("agi_arg_1: 1795356000.7-81");
        for (int i = 0; i < further.length; i++) {
            arguments.append("\nagi_arg_").append(i + 2).append(": ").append(further[i]);
        }
        FakeAsterisk asterisk = new FakeAsterisk(server);
        asterisk.say(FakeAsterisk.REQUEST
                .replace("agi_network_script: ivr", "agi_network_script: " + script)
                .replace("agi_arg_1: 1795356000.7-81", arguments));
        return asterisk;
    }
}
