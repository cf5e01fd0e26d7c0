package org.infolinia.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.xml.HotlineFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers of a tree that is read from a file and has every kind of node. */
class EveryNodeTest {

    private static final Language PL = new Language("pl");
    private static final Language EN = new Language("en");
    private static final QueueName EXPERTS = new QueueName("experts");
    private static final QueueName ANY = new QueueName("any");

    /** Monday 10:00 in Warsaw: the hotline is open, the experts' timetable is not. */
    private static final Instant MORNING = Instant.parse("2026-11-23T09:00:00Z");

    /** Monday 14:00: both are open. */
    private static final Instant AFTERNOON = Instant.parse("2026-11-23T13:00:00Z");

    private static final String TREE = """
            <ivr start="number">
              <dialled id="number" otherwise="welcome">
                <number is="221000101" then="english"/>
                <number is="+48221000102" then="message"/>
              </dialled>
              <speak id="english" language="en" then="welcome"/>
              <end id="message" say="info bye"/>
              <announce id="welcome" say="welcome" then="tip"/>
              <announce id="tip" say="tip" barge-in="yes" then="main"/>
              <menu id="main" say="main" patience-seconds="5" tries="2" invalid="wrong" silence="silent" otherwise="to-any">
                <key press="1" then="case"/>
                <key press="2" then="experts"/>
                <key press="3" then="sub-menu"/>
                <key press="4" then="legal"/>
                <repeat press="*"/>
                <back press="#"/>
              </menu>
              <menu id="sub-menu" say="sub" barge-in="no" patience-seconds="5" tries="1" otherwise="to-any">
                <key press="1" then="put-through"/>
                <key press="2" then="legal-too"/>
                <back press="#"/>
              </menu>
              <ask id="case" say="case" min-digits="3" max-digits="6" pattern="[1-9][0-9]{2,5}" patience-seconds="4"
                   tries="2" invalid="wrong" silence="silent" then="to-any" otherwise="to-any"/>
              <hours id="experts" timetable="experts" open="to-experts" closed="offer"/>
              <queue id="to-experts" queue="experts" priority="5" longest-wait-seconds="60" then="offer"/>
              <menu id="offer" say="offer" patience-seconds="5" tries="1" otherwise="bye">
                <key press="1" then="call-back"/>
              </menu>
              <callback id="call-back" queue="experts"/>
              <transfer id="put-through" number="+48221000900"/>
              <call id="legal" subtree="consent" then="to-any"/>
              <call id="legal-too" subtree="consent" then="experts"/>
              <queue id="to-any" queue="any"/>
              <end id="bye"/>
              <subtree id="consent" start="read">
                <announce id="read" say="consent" then="agree"/>
                <menu id="agree" say="agree" patience-seconds="5" tries="1" otherwise="bye">
                  <key press="1" then="agreed"/>
                  <key press="2" then="wait-for-lawyer"/>
                  <key press="3" then="deeper"/>
                  <key press="9" then="main"/>
                  <back press="#"/>
                </menu>
                <return id="agreed"/>
                <queue id="wait-for-lawyer" queue="experts" then="agree-late"/>
                <announce id="agree-late" say="late" then="agreed"/>
                <call id="deeper" subtree="note" then="agreed"/>
              </subtree>
              <subtree id="note" start="noted">
                <announce id="noted" say="noted" then="back-from-note"/>
                <return id="back-from-note"/>
              </subtree>
            </ivr>
            """;

    @TempDir
    static Path folder;

    @Test
    void theNumberDialledChoosesTheLanguage() throws Exception {
        var caller = new ScriptedCaller("--");

        var destination = walk(caller, MORNING, "+48221000101");

        assertThat(destination).isEqualTo(new Destination.Queued(ANY, EN));
        assertThat(caller.heard()).startsWith("speak pl", "speak en", "at welcome", "play welcome");
    }

    @Test
    void aMessageIsSaidAndTheCallEndsThere() throws Exception {
        var caller = new ScriptedCaller("");

        var destination = walk(caller, MORNING, "221000102");

        assertThat(destination).isEqualTo(new Destination.Ended("message", false, PL));
        assertThat(caller.heard()).containsExactly("speak pl", "at message", "play info+bye", "at message");
    }

    @Test
    void whatAKeyMayCutShortIsSaidTogetherWithTheMenuAndOnceOnly() throws Exception {
        var caller = new ScriptedCaller("7-");

        walk(caller, MORNING, "");

        assertThat(caller.heard())
                .containsExactly(
                        "speak pl",
                        "at welcome",
                        "play welcome",
                        "at main",
                        "ask tip+main 5 s",
                        "at main",
                        "ask wrong+main 5 s",
                        "at to-any");
    }

    @Test
    void repeatSaysTheMenuAgainAndUsesUpNoTry() throws Exception {
        var caller = new ScriptedCaller("7*7*");

        walk(caller, MORNING, "");

        assertThat(caller.heard())
                .filteredOn(heard -> heard.startsWith("ask"))
                .containsExactly(
                        "ask tip+main 5 s",
                        "ask wrong+main 5 s",
                        "ask main 5 s",
                        "ask wrong+main 5 s",
                        "ask main 5 s",
                        "ask silent+main 5 s");
    }

    @Test
    void backLeadsToTheMenuBeforeAndNoFurtherThanTheFirst() throws Exception {
        var caller = new ScriptedCaller("3##2");

        walk(caller, MORNING, "");

        assertThat(caller.heard())
                .filteredOn(heard -> heard.startsWith("at ") || heard.startsWith("ask"))
                .containsSubsequence(
                        "at main", "at sub-menu", "at main", "ask main 5 s", "at main", "ask main 5 s", "at offer");
    }

    @Test
    void aMenuThatHasToBeHeardIsSaidBeforeKeysCount() throws Exception {
        var caller = new ScriptedCaller("31");

        var destination = walk(caller, MORNING, "");

        assertThat(destination).isEqualTo(new Destination.Transferred("+48221000900", PL));
        assertThat(caller.heard()).endsWith("at sub-menu", "play sub", "ask  5 s", "at put-through");
    }

    @Test
    void digitsThatFitAreKept() throws Exception {
        var caller = new ScriptedCaller("11234#");

        var destination = walk(caller, MORNING, "");

        assertThat(destination).isEqualTo(new Destination.Queued(ANY, PL));
        assertThat(caller.heard()).endsWith("at case", "ask for 6 case 4 s", "keep 1234", "at to-any");
    }

    @Test
    void digitsThatDoNotFitAreAskedForAgainAndNotKept() throws Exception {
        var caller = new ScriptedCaller("1012345#");

        walk(caller, MORNING, "");

        assertThat(caller.heard())
                .endsWith("at case", "ask for 6 case 4 s", "at case", "ask for 6 wrong+case 4 s", "at to-any");
    }

    @Test
    void aCallerWithoutAnyDigitsIsToldSo() throws Exception {
        var caller = new ScriptedCaller("1-#");

        walk(caller, MORNING, "");

        assertThat(caller.heard()).contains("ask for 6 silent+case 4 s").doesNotContain("keep ");
    }

    @Test
    void aTimetableOfItsOwnDecidesABranchAndDoesNotCloseTheHotline() throws Exception {
        assertThat(walk(new ScriptedCaller("2-"), MORNING, "")).isEqualTo(new Destination.Ended("bye", false, PL));
        assertThat(walk(new ScriptedCaller("2"), AFTERNOON, ""))
                .isEqualTo(new Destination.Queued(
                        EXPERTS,
                        PL,
                        5,
                        Optional.of(Duration.ofSeconds(60)),
                        Optional.of(new Destination.Place("offer", List.of()))));
    }

    @Test
    void aSingleOpenDayCountsOnASunday() throws Exception {
        assertThat(walk(new ScriptedCaller("2"), Instant.parse("2026-11-29T09:30:00Z"), ""))
                .isInstanceOf(Destination.Queued.class);
        assertThat(walk(new ScriptedCaller("2"), Instant.parse("2026-11-29T10:00:00Z"), ""))
                .isInstanceOf(Destination.Ended.class);
    }

    @Test
    void aCallThatComesBackFromAQueueGoesOnInTheLanguageChosen() throws Exception {
        var caller = new ScriptedCaller("1");
        Hotline hotline = hotline();

        var destination = new TreeWalk(hotline)
                .walk(
                        caller,
                        new Visit(
                                AFTERNOON,
                                "",
                                Optional.of(EN),
                                Optional.of(new Destination.Place("offer", List.of()))));

        assertThat(destination).isEqualTo(new Destination.CalledBack(EXPERTS, EN));
        assertThat(caller.heard()).containsExactly("speak en", "at offer", "ask offer 5 s", "at call-back");
    }

    @Test
    void aSubtreeIsWalkedFromTwoPlacesAndComesBackToEach() throws Exception {
        assertThat(walk(new ScriptedCaller("41"), MORNING, "")).isEqualTo(new Destination.Queued(ANY, PL));
        assertThat(walk(new ScriptedCaller("321"), AFTERNOON, ""))
                .isInstanceOfSatisfying(
                        Destination.Queued.class,
                        queued -> assertThat(queued.queue()).isEqualTo(EXPERTS));
    }

    @Test
    void aSubtreeWithinASubtreeComesBackStepByStep() throws Exception {
        var caller = new ScriptedCaller("43");

        assertThat(walk(caller, MORNING, "")).isEqualTo(new Destination.Queued(ANY, PL));
        assertThat(caller.heard()).endsWith("at noted", "play noted", "at to-any");
    }

    @Test
    void theWayBackFromASubtreeGoesWithTheCallThroughAQueue() throws Exception {
        var destination = walk(new ScriptedCaller("322"), AFTERNOON, "");

        assertThat(destination)
                .isEqualTo(new Destination.Queued(
                        EXPERTS,
                        PL,
                        0,
                        Optional.empty(),
                        Optional.of(new Destination.Place("agree-late", List.of("legal-too")))));

        var caller = new ScriptedCaller("");
        var resumed = new TreeWalk(hotline())
                .walk(
                        caller,
                        new Visit(
                                MORNING,
                                "",
                                Optional.of(PL),
                                Optional.of(new Destination.Place("agree-late", List.of("legal-too")))));
        assertThat(resumed).isEqualTo(new Destination.Ended("bye", false, PL));
        assertThat(caller.heard())
                .containsExactly("speak pl", "at agree-late", "play late", "at offer", "ask offer 5 s", "at bye");
    }

    @Test
    void aSubtreeLeftByAnotherDoorLeavesNothingBehind() throws Exception {
        var destination = walk(new ScriptedCaller("49" + "49".repeat(20) + "322"), AFTERNOON, "");

        assertThat(destination)
                .isInstanceOfSatisfying(
                        Destination.Queued.class,
                        queued -> assertThat(queued.then())
                                .contains(new Destination.Place("agree-late", List.of("legal-too"))));
    }

    @Test
    void backFromASubtreesFirstMenuLeadsOutOfIt() throws Exception {
        var caller = new ScriptedCaller("4#2-");

        walk(caller, MORNING, "");

        assertThat(caller.heard())
                .endsWith(
                        "at agree", "ask agree 5 s", "at main", "ask main 5 s", "at offer", "ask offer 5 s", "at bye");
    }

    @Test
    void noVisitBeginsWhereTheTreeHasNoSuchPlace() throws Exception {
        TreeWalk walk = new TreeWalk(hotline());

        for (Destination.Place place : List.of(
                new Destination.Place("nowhere", List.of()),
                new Destination.Place("agree-late", List.of()),
                new Destination.Place("agree-late", List.of("main")),
                new Destination.Place("agree-late", List.of("deeper")),
                new Destination.Place("offer", List.of("legal")))) {
            assertThat(walk.knows(place)).as("%s", place).isFalse();
            assertThatThrownBy(() -> walk.walk(
                            new ScriptedCaller(""), new Visit(MORNING, "", Optional.empty(), Optional.of(place))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Destination walk(CallerLine line, Instant arrived, String dialled) throws Exception {
        return new TreeWalk(hotline()).walk(line, Visit.arriving(arrived, dialled));
    }

    private static Hotline hotline() throws Exception {
        String announcements = Stream.of(
                        "fallback",
                        "closed",
                        "refused",
                        "too-long",
                        "signed-in",
                        "signed-out",
                        "info",
                        "bye",
                        "welcome",
                        "tip",
                        "main",
                        "wrong",
                        "silent",
                        "sub",
                        "case",
                        "offer",
                        "consent",
                        "agree",
                        "late",
                        "noted")
                .map(id -> "<announcement id=\"" + id
                        + "\"><text language=\"pl\">A</text><text language=\"en\">A</text></announcement>")
                .collect(Collectors.joining("\n"));
        Path file = folder.resolve("hotline.xml");
        Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <hotline xmlns="https://infolinia.org/hotline">
                  <hours zone="Europe/Warsaw" holidays="PL">
                    <open days="monday tuesday wednesday thursday friday" from="08:00" to="17:00"/>
                  </hours>
                  <timetable id="experts">
                    <open days="monday" from="13:00" to="15:00"/>
                    <open-day date="2026-11-29" from="10:00" to="11:00" reason="Dyżur"/>
                  </timetable>
                  <languages><language code="pl"/><language code="en"/></languages>
                  <topics><topic id="t"><name language="pl">T</name><name language="en">T</name></topic></topics>
                  <queues>
                    <queue name="experts" strategy="rrmemory" ring-seconds="15" longest-wait-seconds="600" capacity="20"/>
                    <queue name="any" general="yes" strategy="rrmemory" ring-seconds="15" longest-wait-seconds="900"
                           capacity="30"/>
                  </queues>
                  <announcements>%s</announcements>
                  %s
                </hotline>
                """.formatted(announcements, TREE));
        return HotlineFile.read(file);
    }
}
