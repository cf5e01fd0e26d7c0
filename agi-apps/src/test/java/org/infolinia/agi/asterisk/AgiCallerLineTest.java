package org.infolinia.agi.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.infolinia.agi.announcements.Sound;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.agi.call.Nonce;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.infolinia.hotline.ivr.CallerLine;
import org.infolinia.hotline.ivr.Destination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller's line says on the wire, and what it makes of the answers. */
final class AgiCallerLineTest {

    private static final Language POLISH = new Language("pl");
    private static final Language ENGLISH = new Language("en");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Optional<Character> SILENT = Optional.empty();

    /** Every announcement but those called missing lasts 2.1 s. */
    private static final Sounds SOUNDS = (announcements, language) -> announcements.stream()
            .filter(id -> !id.equals("missing"))
            .map(id -> new Sound("infolinia/" + id, Duration.ofMillis(2100)))
            .toList();

    /** What a handler did, seen from outside: a value, {@code hung up}, or the fault's message. */
    private final CompletableFuture<Object> outcome = new CompletableFuture<>();

    private final CompletableFuture<Steps> toDo = new CompletableFuture<>();

    private final AgiServer server;

    AgiCallerLineTest() throws IOException {
        CallHandler handler = call -> {
            try {
                CallerLine line = call.line(SOUNDS);
                line.speak(POLISH);
                outcome.complete(toDo.join().on(call, line));
            } catch (CallerHungUp e) {
                outcome.complete("hung up");
                throw e;
            } catch (RuntimeException e) {
                outcome.complete(String.valueOf(e.getMessage()));
                throw e;
            }
        };
        server = AgiServer.start(AgiSettings.DEFAULT.withPort(0), Map.of("ivr", handler));
    }

    private interface Steps {
        Object on(InboundCall call, CallerLine line) throws CallerHungUp;
    }

    private FakeAsterisk callDoing(Steps steps) throws IOException {
        toDo.complete(steps);
        return FakeAsterisk.calling(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void announcementsInARowAreOneCommandWhichTakesTheNotesAlong() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            line.at("start", false);
            line.play(List.of("welcome", "recorded"));
            return "done";
        })) {
            assertThat(asterisk.hear())
                    .isEqualTo("EXEC Exec \"Playback(${IF(0?${SET(CHANNEL(language)=pl)}${SET(INFOLINIA_NODE=start)}"
                            + "${SET(INFOLINIA_CLOSED=0)}${SET(TIMEOUT(absolute)=11)}:)}"
                            + "infolinia/welcome&infolinia/recorded)\"");
            asterisk.answer("200 result=0");
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
        assertThat(outcome.get()).isEqualTo("done");
    }

    @Test
    void handleIsRenewedBeforeEachStepAndLanguageSetOnlyWhenItChanges() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            line.play(List.of("a"));
            line.speak(POLISH);
            line.play(List.of("b"));
            line.speak(ENGLISH);
            line.play(List.of("c"));
            return "done";
        })) {
            assertThat(asterisk.hear())
                    .isEqualTo(
                            "EXEC Exec \"Playback(${IF(0?${SET(CHANNEL(language)=pl)}${SET(TIMEOUT(absolute)=9)}:)}infolinia/a)\"");
            asterisk.answer("200 result=0");
            assertThat(asterisk.hear())
                    .isEqualTo("EXEC Exec \"Playback(${IF(0?${SET(TIMEOUT(absolute)=9)}:)}infolinia/b)\"");
            asterisk.answer("200 result=0");
            assertThat(asterisk.hear())
                    .isEqualTo(
                            "EXEC Exec \"Playback(${IF(0?${SET(CHANNEL(language)=en)}${SET(TIMEOUT(absolute)=9)}:)}infolinia/c)\"");
            asterisk.answer("200 result=0");
        }
        assertThat(outcome.get()).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"})
    void keyOfAMenuCostsOneCommandWhichTakesTheNotesAlong(String key) throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> line.ask(List.of("wrong", "menu"), PATIENCE))) {
            assertThat(asterisk.hear())
                    .isEqualTo("EXEC Exec \"Background(${IF(0?${SET(CHANNEL(language)=pl)}"
                            + "${SET(TIMEOUT(absolute)=16)}:)}infolinia/wrong&infolinia/menu&infolinia/silence-1"
                            + "&infolinia/silence-4)\"");
            asterisk.answer("200 result=" + (int) key.charAt(0));
            assertThat(outcome.get()).isEqualTo(Optional.of(key.charAt(0)));
        }
    }

    @Test
    void silenceToTheEndIsNoKey() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> line.ask(List.of("menu"), Duration.ZERO))) {
            assertThat(asterisk.hear()).endsWith(":)}infolinia/menu)\"");
            asterisk.answer("200 result=0");
            assertThat(outcome.get()).isEqualTo(SILENT);
        }
    }

    @Test
    void keysOfTestSetsAreNoKeys() throws Exception {
        assertThat(afterAsking("200 result=65")).isEqualTo(SILENT);
    }

    @Test
    void callerWhoIsGoneDuringAQuestionHasHungUp() throws Exception {
        assertThat(afterAsking("200 result=-1")).isEqualTo("hung up");
    }

    private Object afterAsking(String answer) throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> line.ask(List.of("menu"), PATIENCE))) {
            asterisk.hear();
            asterisk.answer(answer);
            return outcome.get();
        }
    }

    @Test
    void questionThatEndsBeforeItsTimeWasNotPlayedAndStillTakesAKey() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> line.ask(List.of("menu"), Duration.ofMinutes(10)))) {
            asterisk.hear();
            asterisk.answer("200 result=0");
            assertThat(asterisk.hear()).isEqualTo("WAIT FOR DIGIT 600000");
            asterisk.answer("200 result=35");
            assertThat(outcome.get()).isEqualTo(Optional.of('#'));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK:1234|1234", "TIMEOUT:12|12", "OK:|", "OK:1A2|12"})
    void digitsThatWereGivenAreThose(String answerAndDigits) throws Exception {
        String[] parts = answerAndDigits.split("\\|", 2);
        assertThat(afterAskingForDigits('#', "", parts[0])).isEqualTo(Optional.of(parts[1]));
    }

    @Test
    void callerWhoGivesNoDigitsAtAllIsSilent() throws Exception {
        assertThat(afterAskingForDigits('#', "", "TIMEOUT:")).isEqualTo(Optional.empty());
    }

    @Test
    void anotherKeyMayEndTheDigits() throws Exception {
        assertThat(afterAskingForDigits('*', "t(*)", "OK:12#")).isEqualTo(Optional.of("12#"));
    }

    /** The handle holds for the announcement and seven times the patience: before the first of six digits, and after each. */
    private Object afterAskingForDigits(char finish, String options, String answer) throws Exception {
        try (FakeAsterisk asterisk =
                callDoing((call, line) -> line.askDigits(List.of("case"), Duration.ofSeconds(4), 6, finish))) {
            assertThat(asterisk.hear())
                    .isEqualTo("EXEC Exec \"Read(INFOLINIA_KEY,${IF(0?${SET(CHANNEL(language)=pl)}"
                            + "${SET(TIMEOUT(absolute)=37)}:)}infolinia/case,6," + options + ",1,4)\"");
            asterisk.answer("200 result=0");
            assertThat(asterisk.hear()).isEqualTo("GET FULL VARIABLE \"${READSTATUS}:${INFOLINIA_KEY}\"");
            asterisk.answer("200 result=1 (" + answer + ")");
            return outcome.get();
        }
    }

    @Test
    void menuWhoseSoundsAreAllMissingStillWaitsForAKey() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> line.ask(List.of("missing"), PATIENCE))) {
            assertThat(asterisk.hear())
                    .isEqualTo("EXEC Exec \"Background(${IF(0?${SET(CHANNEL(language)=pl)}"
                            + "${SET(TIMEOUT(absolute)=11)}:)}infolinia/silence-1&infolinia/silence-4)\"");
            asterisk.answer("200 result=50");
            assertThat(outcome.get()).isEqualTo(Optional.of('2'));
        }
    }

    @Test
    void announcementThatIsMissingIsPassedOver() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            line.play(List.of("missing"));
            return "went on";
        })) {
            assertThat(asterisk.hear()).isEqualTo("closed");
            assertThat(outcome.get()).isEqualTo("went on");
        }
    }

    @Test
    void callerIsSentToAQueueInOneCommandWhoseLastWordIsTheToken() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            line.at("to-nis2", false);
            call.leave(
                    new Destination.Queued(new QueueName("nis2"), ENGLISH),
                    "0123456789ab",
                    new Nonce("1795356000.7-81"));
            return "left";
        })) {
            assertThat(asterisk.hear())
                    .isEqualTo("EXEC MSet \"CHANNEL(language)=en,INFOLINIA_NODE=to-nis2,INFOLINIA_CLOSED=0,"
                            + "INFOLINIA_DESTINATION=queue,INFOLINIA_QUEUE=nis2,INFOLINIA_PRIORITY=0,INFOLINIA_VERSION=0123456789ab,TIMEOUT(absolute)=6,"
                            + "INFOLINIA_DONE=1795356000.7-81\"");
            asterisk.answer("200 result=0");
            assertThat(asterisk.hear()).isEqualTo("closed");
            assertThat(outcome.get()).isEqualTo("left");
        }
    }

    @Test
    void callerOfAQueueIsTakenAlongWithAllThatTheNodeSays() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            line.keep("12*");
            call.leave(
                    new Destination.Queued(
                            new QueueName("nis2"),
                            POLISH,
                            5,
                            Optional.of(Duration.ofSeconds(60)),
                            Optional.of(new Destination.Place("after", List.of("outer", "inner")))),
                    "0123456789ab",
                    new Nonce("7"));
            return "left";
        })) {
            assertThat(asterisk.hear())
                    .isEqualTo(
                            "EXEC MSet \"CHANNEL(language)=pl,INFOLINIA_DIGITS=12*,INFOLINIA_DESTINATION=queue,"
                                    + "INFOLINIA_QUEUE=nis2,INFOLINIA_PRIORITY=5,INFOLINIA_LONGEST_WAIT=60,INFOLINIA_THEN=after,"
                                    + "INFOLINIA_CALLERS=outer.inner,INFOLINIA_VERSION=0123456789ab,TIMEOUT(absolute)=6,INFOLINIA_DONE=7\"");
            asterisk.answer("200 result=0");
            assertThat(outcome.get()).isEqualTo("left");
        }
    }

    @Test
    void callerMayBePutThrough() throws Exception {
        assertThat(afterLeavingFor(new Destination.Transferred("+48221000900", POLISH)))
                .contains("INFOLINIA_DESTINATION=transfer,INFOLINIA_NUMBER=+48221000900,");
    }

    @Test
    void callerMayAskToBeCalledBack() throws Exception {
        assertThat(afterLeavingFor(new Destination.CalledBack(new QueueName("nis2"), POLISH)))
                .contains("INFOLINIA_DESTINATION=callback,INFOLINIA_QUEUE=nis2,");
    }

    private String afterLeavingFor(Destination destination) throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            call.leave(destination, "0123456789ab", new Nonce("7"));
            return "left";
        })) {
            String command = asterisk.hear();
            asterisk.answer("200 result=0");
            return command;
        }
    }

    @Test
    void callerWhoseCallEndsIsMarkedWithTheNodeAndWhetherWeWereClosed() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            call.leave(new Destination.Ended("closed-end", true, POLISH), "0123456789ab", new Nonce("7"));
            return "left";
        })) {
            assertThat(asterisk.hear())
                    .isEqualTo(
                            "EXEC MSet \"CHANNEL(language)=pl,INFOLINIA_NODE=closed-end,INFOLINIA_CLOSED=1,"
                                    + "INFOLINIA_DESTINATION=end,INFOLINIA_VERSION=0123456789ab,TIMEOUT(absolute)=6,INFOLINIA_DONE=7\"");
            asterisk.answer("200 result=0");
            assertThat(outcome.get()).isEqualTo("left");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 result=-1",
                "HANGUP",
                "511 Command Not Permitted on a dead channel or intercept routine",
                "HANGUP\n511 Command Not Permitted on a dead channel or intercept routine"
            })
    void everyWayOfAsteriskToSaySoMeansThatTheCallerHungUp(String answer) throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            line.play(List.of("welcome"));
            return "played";
        })) {
            asterisk.hear();
            asterisk.answer(answer);
            assertThat(outcome.get()).isEqualTo("hung up");
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200 res", "HANG", "520-Invalid command syntax.  Proper usage follows:\n"})
    void connectionThatEndsInTheMiddleMeansThatTheCallerHungUp(String beginning) throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            line.play(List.of("welcome"));
            return "played";
        })) {
            asterisk.hear();
            asterisk.say(beginning);
        }
        assertThat(outcome.get()).isEqualTo("hung up");
    }

    @Test
    void replyInPiecesIsOneReply() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> line.ask(List.of("menu"), PATIENCE))) {
            asterisk.hear();
            for (String piece : "200 result=55\n".split("")) {
                asterisk.say(piece);
            }
            assertThat(outcome.get()).isEqualTo(Optional.of('7'));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "510 Invalid or unknown command",
                "HTTP/1.1 400 Bad Request",
                "200 result=0 and more",
                "",
                "200 result=-2",
                "520 Invalid command syntax.  Proper usage not available."
            })
    void answerThatIsNoneIsAFaultAndTheCallIsLetGo(String answer) throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            line.play(List.of("welcome"));
            return "played";
        })) {
            asterisk.hear();
            asterisk.answer(answer);
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
        assertThat(outcome.get().toString()).matches("(answered|does not).* EXEC Exec.*");
    }

    @Test
    void usageTextIsReadToItsEnd() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            line.play(List.of("welcome"));
            return "played";
        })) {
            asterisk.hear();
            asterisk.answer("520-Invalid command syntax.  Proper usage follows:");
            asterisk.answer("Usage: EXEC <application> <options>");
            asterisk.answer("520 End of proper usage.");
            assertThat(outcome.get()).isEqualTo("does not take EXEC Exec as it was sent (520)");
        }
    }

    @Test
    void lineWithoutEndIsAFault() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> {
            line.play(List.of("welcome"));
            return "played";
        })) {
            asterisk.hear();
            asterisk.say("2".repeat(9000));
            assertThat(outcome.get()).isEqualTo("sent a line of more than 8192 characters");
        }
    }

    @Test
    void pretendedArrivalIsReadInSeconds() throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> call.pretendedArrival())) {
            assertThat(asterisk.hear()).isEqualTo("GET VARIABLE INFOLINIA_AT");
            asterisk.answer("200 result=1 (1798102800)");
            assertThat(outcome.get()).isEqualTo(Optional.of(Instant.parse("2026-12-24T09:00:00Z")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 result=0", "200 result=1 ()", "200 result=1 (tomorrow)", "200 result=1 (-5)"})
    void pretendedArrivalThatIsNoTimeIsNone(String answer) throws Exception {
        try (FakeAsterisk asterisk = callDoing((call, line) -> call.pretendedArrival())) {
            asterisk.hear();
            asterisk.answer(answer);
            assertThat(outcome.get()).isEqualTo(Optional.empty());
        }
    }
}
