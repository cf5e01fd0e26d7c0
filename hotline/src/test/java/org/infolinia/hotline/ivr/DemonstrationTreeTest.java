package org.infolinia.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.xml.HotlineFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers of the hotline that this project demonstrates itself with. */
class DemonstrationTreeTest {

    private static final String A_MONDAY = "2026-11-23T09:00:00Z";
    private static final String CHRISTMAS_EVE = "2026-12-24T09:00:00Z";

    @ParameterizedTest(name = "keys \"{0}\": {1} in {2}")
    @CsvSource({
        "1, dojrzalosc, pl",
        "2, nis2, pl",
        "3, cra, pl",
        "0, ogolna, pl",
        "92, nis2, en",
        "52, nis2, pl",
        "*2, nis2, pl",
        "772, nis2, pl",
        "---, ogolna, pl",
        "9---, ogolna, en"
    })
    void callerReachesTheQueueOfTheKey(String keys, String queue, String language) throws Exception {
        var destination = walk(new ScriptedCaller(keys), A_MONDAY);

        assertThat(destination).isInstanceOfSatisfying(Destination.Queued.class, queued -> {
            assertThat(queued.queue()).isEqualTo(new QueueName(queue));
            assertThat(queued.language()).isEqualTo(new Language(language));
        });
    }

    @Test
    void callerForExpertsWhoAreAwayIsToldSoAndComesToTheGeneralQueue() throws Exception {
        var caller = new ScriptedCaller("3");

        var destination = walk(caller, "2026-11-27T13:00:00Z");

        assertThat(destination).isEqualTo(new Destination.Queued(new QueueName("ogolna"), new Language("pl")));
        assertThat(caller.heard()).endsWith("at cra-away", "play cra-away", "at to-general");
    }

    @Test
    void callerHearsOfTheRecordingInTheirLanguageBeforeAnythingElseIsAsked() throws Exception {
        var caller = new ScriptedCaller("92");

        walk(caller, A_MONDAY);

        assertThat(caller.heard())
                .containsExactly(
                        "speak pl",
                        "at welcome",
                        "play welcome+recording-notice",
                        "told",
                        "at main",
                        "ask main-menu 5 s",
                        "speak en",
                        "at welcome-en",
                        "play welcome+recording-notice",
                        "told",
                        "at main",
                        "ask main-menu 5 s",
                        "at to-nis2");
    }

    @Test
    void callerOnChristmasEveHearsThatTheHotlineIsClosedInBothLanguages() throws Exception {
        var caller = new ScriptedCaller("");

        var destination = walk(caller, CHRISTMAS_EVE);

        assertThat(destination).isEqualTo(new Destination.Ended("bye", true, new Language("en")));
        assertThat(caller.heard())
                .containsExactly(
                        "speak pl",
                        "at closed closed",
                        "play closed",
                        "speak en",
                        "at closed-en closed",
                        "play closed",
                        "at bye closed");
    }

    private static Destination walk(CallerLine line, String arrived) throws Exception {
        var hotline = HotlineFile.read(Path.of("../dialplan/hotline.xml"));
        return new TreeWalk(hotline).walk(line, Visit.arriving(Instant.parse(arrived), "221000100"));
    }
}
