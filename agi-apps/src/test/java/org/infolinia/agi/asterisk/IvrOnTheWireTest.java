package org.infolinia.agi.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.infolinia.agi.SmallHotline;
import org.infolinia.agi.announcements.Sound;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.ivr.IvrHandler;
import org.infolinia.hotline.inforce.HotlineEdition;
import org.infolinia.hotline.inforce.HotlinesInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ivr handler from Asterisk's side: a caller's whole way, and that the token proves it. */
final class IvrOnTheWireTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant MONDAY_EVENING = Instant.parse("2026-11-23T19:00:00Z");

    private static final Sounds SOUNDS = (announcements, language) -> announcements.stream()
            .map(id -> new Sound("infolinia/" + id, Duration.ofSeconds(2)))
            .toList();

    private static AgiServer serving(HotlinesInForce inForce, Instant now, boolean development) throws IOException {
        IvrHandler handler = new IvrHandler(inForce, hotline -> SOUNDS, Clock.fixed(now, ZoneOffset.UTC), development);
        return AgiServer.start(AgiSettings.DEFAULT.withPort(0), Map.of("ivr", handler));
    }

    private static AgiServer serving(Instant now) throws IOException {
        return serving(inForce("Words of"), now, false);
    }

    @Test
    void callerInOpeningHoursTakesTwoCommandsToAQueue() throws Exception {
        try (AgiServer server = serving(MONDAY_NOON);
                FakeAsterisk asterisk = FakeAsterisk.calling(server)) {
            assertThat(asterisk.hear())
                    .isEqualTo("EXEC Exec \"Background(${IF(0?${SET(CHANNEL(language)=pl)}${SET(INFOLINIA_NODE=menu)}"
                            + "${SET(INFOLINIA_CLOSED=0)}${SET(TIMEOUT(absolute)=13)}:)}"
                            + "infolinia/menu&infolinia/silence-1&infolinia/silence-4)\"");
            asterisk.answer("200 result=49");
            assertThat(asterisk.hear())
                    .isEqualTo(
                            "EXEC MSet \"INFOLINIA_NODE=to-nis2,INFOLINIA_DESTINATION=queue,"
                                    + "INFOLINIA_QUEUE=nis2,INFOLINIA_PRIORITY=0,INFOLINIA_VERSION=aaaaaaaaaaaa,TIMEOUT(absolute)=6,INFOLINIA_DONE=1795356000.7-81\"");
            asterisk.answer("200 result=0");
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
    }

    @Test
    void callerInTheEveningHearsThatWeAreClosedInOneCommand() throws Exception {
        try (AgiServer server = serving(MONDAY_EVENING);
                FakeAsterisk asterisk = FakeAsterisk.calling(server)) {
            assertThat(asterisk.hear()).endsWith("infolinia/welcome&infolinia/closed)\"");
            asterisk.answer("200 result=0");
            assertThat(asterisk.hear())
                    .isEqualTo("EXEC MSet \"INFOLINIA_NODE=bye,INFOLINIA_DESTINATION=end,"
                            + "INFOLINIA_VERSION=aaaaaaaaaaaa,TIMEOUT(absolute)=6,INFOLINIA_DONE=1795356000.7-81\"");
            asterisk.answer("200 result=0");
        }
    }

    @Test
    void callerWhoComesBackFromAQueueGoesOnAtTheNodeInTheirLanguage() throws Exception {
        try (AgiServer server = serving(MONDAY_NOON);
                FakeAsterisk asterisk = new FakeAsterisk(server)) {
            asterisk.say(FakeAsterisk.REQUEST
                    .replace("agi_language: pl", "agi_language: en")
                    .replace("7-81\n", "7-81\nagi_arg_2: closed\nagi_arg_3: \n"));
            assertThat(asterisk.hear())
                    .contains("${SET(CHANNEL(language)=en)}${SET(INFOLINIA_NODE=closed)}")
                    .endsWith("infolinia/welcome&infolinia/closed)\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere\nagi_arg_3: ", "closed\nagi_arg_3: menu", "${EXTEN}", "menu\nagi_arg_3: .."})
    void callerWhoComesBackToNoPlaceOfTheTreeIsLeftToTheFallback(String place) throws Exception {
        try (AgiServer server = serving(MONDAY_NOON);
                FakeAsterisk asterisk = new FakeAsterisk(server)) {
            asterisk.say(FakeAsterisk.REQUEST.replace("7-81\n", "7-81\nagi_arg_2: " + place + "\n"));
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agi_arg_1: \n",
                "agi_arg_1: a,INFOLINIA_DONE=1\n",
                "agi_arg_1: ${EXTEN}\n",
                "agi_arg_1: 1\nagi_arg_2: 2\n"
            })
    void withoutOneFitTokenNothingIsDone(String arguments) throws Exception {
        try (AgiServer server = serving(MONDAY_NOON);
                FakeAsterisk asterisk = new FakeAsterisk(server)) {
            asterisk.say(FakeAsterisk.REQUEST.replace("agi_arg_1: 1795356000.7-81\n", arguments));

            assertThat(asterisk.hear()).isEqualTo("closed");
        }
    }

    @Test
    void tokenOfEightyCharactersIsGivenBackAndALongerOneIsNot() throws Exception {
        try (AgiServer server = serving(MONDAY_NOON)) {
            try (FakeAsterisk asterisk = new FakeAsterisk(server)) {
                asterisk.say(FakeAsterisk.REQUEST.replace("1795356000.7-81", "7".repeat(80)));
                assertThat(asterisk.hear()).startsWith("EXEC Exec");
            }
            try (FakeAsterisk asterisk = new FakeAsterisk(server)) {
                asterisk.say(FakeAsterisk.REQUEST.replace("1795356000.7-81", "7".repeat(81)));
                assertThat(asterisk.hear()).isEqualTo("closed");
            }
        }
    }

    @Test
    void testerMayPretendAnotherTimeInADevelopmentInstance() throws Exception {
        try (AgiServer server = serving(inForce("Words of"), MONDAY_NOON, true);
                FakeAsterisk asterisk = FakeAsterisk.calling(server)) {
            assertThat(asterisk.hear()).isEqualTo("GET VARIABLE INFOLINIA_AT");
            asterisk.answer("200 result=1 (" + MONDAY_EVENING.getEpochSecond() + ")");
            assertThat(asterisk.hear()).contains("INFOLINIA_CLOSED=1");
        }
    }

    @Test
    void callerWhoHangsUpInTheMenuLeavesNoToken() throws Exception {
        try (AgiServer server = serving(MONDAY_NOON);
                FakeAsterisk asterisk = FakeAsterisk.calling(server)) {
            asterisk.hear();
            asterisk.answer("HANGUP");
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
    }

    @Test
    void faultInTheTreeLeavesNoToken() throws Exception {
        CallHandler broken = new IvrHandler(
                inForce("Words of"),
                hotline -> {
                    throw new IllegalStateException("no sounds");
                },
                Clock.fixed(MONDAY_NOON, ZoneOffset.UTC),
                false);
        try (AgiServer server = AgiServer.start(AgiSettings.DEFAULT.withPort(0), Map.of("ivr", broken));
                FakeAsterisk asterisk = FakeAsterisk.calling(server)) {
            assertThat(asterisk.hear()).isEqualTo("closed");
        }
    }

    @Test
    void callKeepsTheHotlineItBeganWith() throws Exception {
        HotlinesInForce inForce = inForce("Words of");
        try (AgiServer server = serving(inForce, MONDAY_NOON, false);
                FakeAsterisk asterisk = FakeAsterisk.calling(server)) {
            asterisk.hear();
            inForce.bringInForce(edition("b", "Other words of"));
            asterisk.answer("200 result=55");
            assertThat(asterisk.hear())
                    .contains("INFOLINIA_QUEUE=common", "INFOLINIA_VERSION=aaaaaaaaaaaa", "INFOLINIA_DONE=");
            asterisk.answer("200 result=0");
        }
    }

    @Test
    void callThatComesBackGoesOnInTheHotlineItBeganWith() throws Exception {
        HotlinesInForce inForce = inForce("Words of");
        inForce.bringInForce(edition("b", "Other words of"));
        String comingBack = FakeAsterisk.REQUEST.stripTrailing() + """

                agi_arg_2: to-nis2
                agi_arg_3:\s
                agi_arg_4: aaaaaaaaaaaa

                """;
        try (AgiServer server = serving(inForce, MONDAY_NOON, false);
                FakeAsterisk asterisk = new FakeAsterisk(server)) {
            asterisk.say(comingBack);
            assertThat(asterisk.hear()).contains("INFOLINIA_QUEUE=nis2", "INFOLINIA_VERSION=aaaaaaaaaaaa");
            asterisk.answer("200 result=0");
        }
    }

    private static HotlinesInForce inForce(String words) {
        return new HotlinesInForce(edition("a", words));
    }

    private static HotlineEdition edition(String digit, String words) {
        return new HotlineEdition(SmallHotline.saying(words), digit.repeat(64), "");
    }
}
