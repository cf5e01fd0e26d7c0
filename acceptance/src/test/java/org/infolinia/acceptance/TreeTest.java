package org.infolinia.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callers of a tree that has every kind of node: {@code every-node.xml}. */
class TreeTest {

    private static final String MAIN_NUMBER = "221000100";
    private static final String ENGLISH_NUMBER = "221000101";
    private static final String MESSAGE_NUMBER = "221000102";

    /** A Monday afternoon on which the experts' timetable is open too. */
    private static final Instant EXPERTS_TIME = Instance.moment("2026-11-23T14:00");

    private static Instance instance;

    @BeforeAll
    static void bringUp() throws IOException {
        instance = Instance.up(hotline());
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
    void theNumberDialledChoosesTheLanguage() {
        try (TestCall call = TestCall.dial(instance, Instance.OPEN, ENGLISH_NUMBER)) {
            call.reaches("main").pressesAfter(Duration.ofSeconds(4), "3");
            call.reaches("more").hangsUp();
            call.ends();

            assertThat(heardLike(call, "en", "main-menu")).isGreaterThan(0.8);
        }
    }

    @Test
    void aMessageIsSaidAndTheCallEnds() {
        try (TestCall call = TestCall.dial(instance, Instance.OPEN, MESSAGE_NUMBER)) {
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("|NONE|NONE|LEFTIVR|message"));
            assertThat(heardLike(call, "pl", "message")).isGreaterThan(0.8);
        }
    }

    @Test
    void aCallerOutsideTheHoursHearsSoAndIsCountedAsClosed() {
        try (TestCall call = TestCall.dial(instance, Instance.moment("2026-12-24T10:00"), MAIN_NUMBER)) {
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("|NONE|NONE|CLOSED|221000100"));
            assertThat(heardLike(call, "pl", "closed")).isGreaterThan(0.8);
        }
    }

    @Test
    void digitsAreKeptWithTheCall() {
        instance.signedIn("anna");
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("1");
            call.reaches("case").presses("1234#");
            assertThat(call.notes("INFOLINIA_DIGITS")).isEqualTo("1234");
            assertThat(call.joinsQueue()).isEqualTo("ogolna");
            call.hangsUp();
            call.ends();

            assertThat(heardLike(call, "pl", "thanks")).isGreaterThan(0.8);
        }
    }

    @Test
    void digitsUpToTheMostNeedNoFinishingKey() {
        instance.signedIn("anna");
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("1");
            call.reaches("case").presses("123456");
            assertThat(call.notes("INFOLINIA_DIGITS")).isEqualTo("123456");
            call.hangsUp();
            call.ends();
        }
    }

    @Test
    void digitsThatDoNotFitAreAskedForAgainAndSilenceIsToldApart() {
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("1");
            call.reaches("case").presses("012#");
            call.reaches("case");
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("|LEFTIVR|the-end"));
            assertThat(heardLike(call, "pl", "invalid-key")).isGreaterThan(0.8);
        }
    }

    @Test
    void repeatAndBackSayTheMenuAgain() {
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("*");
            call.reaches("main").presses("3");
            call.reaches("more").pressesAfter(Duration.ofSeconds(3), "#");
            call.reaches("main").presses("3");
            call.reaches("more").hangsUp();
            call.ends();
        }
    }

    @Test
    void aBranchGoesByATimetableOfItsOwnAndTheHotlineIsOpenAllTheSame() {
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("2");
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("|LEFTIVR|the-end"));
        }
    }

    @Test
    void aCallNobodyAnswersInTimeGoesOnInTheTreeAndInItsLanguage() {
        instance.signedIn("anna");
        try (TestCall call = TestCall.dial(instance, EXPERTS_TIME, ENGLISH_NUMBER)) {
            call.reaches("main").presses("2");
            assertThat(call.joinsQueue()).isEqualTo("nis2");
            call.reaches("experts-busy");
            assertThat(call.joinsQueue()).isEqualTo("cra");
            call.hangsUp();
            call.ends();

            assertThat(heardLike(call, "en", "busy")).isGreaterThan(0.8);
            assertThat(instance.queueLog(call.linkedId))
                    .anyMatch(line -> line.contains("|nis2|NONE|EXITWITHTIMEOUT|"))
                    .anyMatch(line -> line.contains("|cra|NONE|ABANDON|"))
                    .noneMatch(line -> line.contains("LEFTIVR"));
        }
    }

    @Test
    void aCallThatQueuesRefuseIsOfferedTheNextAndCountedOnce() {
        try (TestCall call = TestCall.dial(instance, EXPERTS_TIME, MAIN_NUMBER)) {
            call.reaches("main").presses("2");
            call.reaches("experts-busy");
            call.reaches("still-busy").presses("1");
            call.ends();

            assertThat(instance.queueLog(call.linkedId))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("|ogolna|NONE|REFUSED|JOINEMPTY"));
            assertThat(heardLike(call, "pl", "refused")).isGreaterThan(0.8);
        }
    }

    @Test
    void aSubtreeIsComeBackFromAlsoByWayOfAQueue() {
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("4");
            assertThat(call.notes("INFOLINIA_CALLERS")).isEqualTo("consent-first");
            call.reaches("thanks").ends();

            assertThat(heardLike(call, "pl", "consent")).isGreaterThan(0.8);
            assertThat(instance.queueLog(call.linkedId)).anyMatch(line -> line.contains("|ogolna|NONE|REFUSED|"));
        }
    }

    @Test
    void aCallerMayBePutThroughToANumber() {
        try (TestCall call = TestCall.dial(instance)) {
            call.reaches("main").presses("3");
            // Keys count only once this menu has been said.
            call.reaches("more").pressesAfter(Duration.ofSeconds(3), "1");
            assertThat(call.notes("INFOLINIA_NUMBER")).isEqualTo("221000900");
            call.hangsUp();
            call.ends();
        }
    }

    @Test
    void withoutOurProgramACallThatComesBackFromAQueueIsTakenToTheGeneralOne() {
        instance.signedIn("anna");
        try (TestCall call = TestCall.dial(instance, EXPERTS_TIME, MAIN_NUMBER)) {
            call.reaches("main").presses("2");
            assertThat(call.joinsQueue()).isEqualTo("nis2");
            instance.killServices();
            call.reaches("fallback");
            assertThat(call.joinsQueue()).isEqualTo("ogolna");
            call.hangsUp();
            call.ends();

            assertThat(heardLike(call, "pl", "fallback")).isGreaterThan(0.8);
        } finally {
            instance.upAgain();
        }
    }

    private static double heardLike(TestCall call, String language, String announcement) {
        return Sound.ofAlaw(call.heard()).likeness(Sound.ofWav(instance.sound(language, announcement)));
    }

    /** The demonstration with another tree, and what that tree says. */
    private static String hotline() throws IOException {
        String announcements = Stream.of("message", "more", "case", "thanks", "busy", "consent")
                .map(id -> """
                        <announcement id="%1$s">
                          <text language="pl">To jest %1$s.</text>
                          <text language="en">This is %1$s.</text>
                        </announcement>
                        """.formatted(id))
                .collect(Collectors.joining());
        String timetable = """
                </hours>
                <timetable id="experts"><open days="monday" from="13:00" to="15:00"/></timetable>
                """;
        List<String> parts = List.of(Instance.briefHotline().split("(?s)<ivr .*</ivr>"));
        try (InputStream tree = TreeTest.class.getResourceAsStream("/every-node.xml")) {
            assertThat(parts).hasSize(2);
            return parts.get(0)
                            .replaceFirst("(?s)</hours>.*?(?=<languages>)", "</hours>")
                            .replace("</hours>", timetable)
                            .replace("</announcements>", announcements + "</announcements>")
                    + new String(tree.readAllBytes(), StandardCharsets.UTF_8)
                    + parts.get(1);
        }
    }
}
