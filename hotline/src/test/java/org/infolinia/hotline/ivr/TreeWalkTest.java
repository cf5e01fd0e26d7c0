package org.infolinia.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calendar.OpeningHours;
import org.infolinia.hotline.queue.PresenceRules;
import org.infolinia.hotline.queue.WaitingRules;
import org.infolinia.hotline.recording.RecordingRules;
import org.junit.jupiter.api.Test;

class TreeWalkTest {

    private static final Language PL = new Language("pl");
    private static final Language EN = new Language("en");
    private static final QueueName NIS2 = new QueueName("nis2");
    private static final QueueName ANY = new QueueName("any");

    /** A Monday. */
    private static final Instant OPEN = Instant.parse("2026-11-23T09:00:00Z");

    /** The day before. */
    private static final Instant CLOSED = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void callerIsSentToTheQueueTheNodeNames() throws Exception {
        var caller = new ScriptedCaller("");

        var destination = walk(caller, OPEN, new IvrNode.ToQueue("q", NIS2));

        assertThat(destination).isEqualTo(new Destination.Queued(NIS2, PL));
        assertThat(caller.heard()).containsExactly("speak pl", "at q");
    }

    @Test
    void announcementsInARowAreSaidInOneGoAndThePlaceIsTheLast() throws Exception {
        var caller = new ScriptedCaller("");

        var destination = walk(
                caller,
                OPEN,
                new IvrNode.Announce("a", List.of("one", "two"), "jump"),
                new IvrNode.GoTo("jump", "b"),
                new IvrNode.Announce("b", List.of("three"), "bye"),
                new IvrNode.End("bye"));

        assertThat(destination).isEqualTo(new Destination.Ended("bye", false, PL));
        assertThat(caller.heard()).containsExactly("speak pl", "at b", "play one+two+three", "at bye");
    }

    @Test
    void anotherLanguageIsSpokenOnlyAfterWhatWasToBeSaidBefore() throws Exception {
        var caller = new ScriptedCaller("");

        var destination = walk(
                caller,
                OPEN,
                new IvrNode.Announce("a", List.of("one"), "english"),
                new IvrNode.Speak("english", EN, "b"),
                new IvrNode.Announce("b", List.of("two"), "q"),
                new IvrNode.ToQueue("q", NIS2));

        assertThat(destination).isEqualTo(new Destination.Queued(NIS2, EN));
        assertThat(caller.heard())
                .containsExactly("speak pl", "at a", "play one", "speak en", "at b", "play two", "at q");
    }

    @Test
    void choosingTheLanguageAlreadySpokenChangesNothing() throws Exception {
        var caller = new ScriptedCaller("");

        walk(
                caller,
                OPEN,
                new IvrNode.Announce("a", List.of("one"), "polish"),
                new IvrNode.Speak("polish", PL, "b"),
                new IvrNode.Announce("b", List.of("two"), "bye"),
                new IvrNode.End("bye"));

        assertThat(caller.heard()).containsExactly("speak pl", "at b", "play one+two", "at bye");
    }

    @Test
    void callerOutsideTheHoursTakesTheClosedBranchAndIsNotedAsSuch() throws Exception {
        var caller = new ScriptedCaller("");

        var destination = walk(caller, CLOSED, hoursTree());

        assertThat(destination).isEqualTo(new Destination.Ended("bye", true, PL));
        assertThat(caller.heard()).containsExactly("speak pl", "at no closed", "play closed", "at bye closed");
    }

    @Test
    void callerInTheHoursTakesTheOpenBranch() throws Exception {
        var caller = new ScriptedCaller("");

        var destination = walk(caller, OPEN, hoursTree());

        assertThat(destination).isEqualTo(new Destination.Queued(NIS2, PL));
        assertThat(caller.heard()).containsExactly("speak pl", "at q");
    }

    @Test
    void anEndReachedWithoutAnHoursBranchIsNotClosedEvenAtNight() throws Exception {
        assertThat(walk(new ScriptedCaller(""), CLOSED, new IvrNode.End("bye")))
                .isEqualTo(new Destination.Ended("bye", false, PL));
    }

    @Test
    void keyLeadsToItsTargetAndTheMenuIsAskedAfterTheAnnouncementBeforeIt() throws Exception {
        var caller = new ScriptedCaller("2");

        var destination = walk(caller, OPEN, menuTree());

        assertThat(destination).isEqualTo(new Destination.Queued(NIS2, PL));
        assertThat(caller.heard())
                .containsExactly("speak pl", "at hello", "play hello", "at menu", "ask menu 5 s", "at nis2");
    }

    @Test
    void wrongKeyTwiceThenARightOneIsSaidWithTheMenuInOneGo() throws Exception {
        var caller = new ScriptedCaller("772");

        var destination = walk(caller, OPEN, menuTree());

        assertThat(destination).isEqualTo(new Destination.Queued(NIS2, PL));
        assertThat(caller.heard())
                .containsExactly(
                        "speak pl",
                        "at hello",
                        "play hello",
                        "at menu",
                        "ask menu 5 s",
                        "at menu",
                        "ask invalid+menu 5 s",
                        "at menu",
                        "ask invalid+menu 5 s",
                        "at nis2");
    }

    @Test
    void silentCallerGoesOtherwiseAfterTheLastTryAndHearsNoMoreComplaint() throws Exception {
        var caller = new ScriptedCaller("---");

        var destination = walk(caller, OPEN, menuTree());

        assertThat(destination).isEqualTo(new Destination.Queued(ANY, PL));
        assertThat(caller.heard())
                .containsExactly(
                        "speak pl",
                        "at hello",
                        "play hello",
                        "at menu",
                        "ask menu 5 s",
                        "at menu",
                        "ask silence+menu 5 s",
                        "at menu",
                        "ask silence+menu 5 s",
                        "at any");
    }

    @Test
    void silenceAfterAWrongKeyIsAnsweredAsSilence() throws Exception {
        var caller = new ScriptedCaller("7-2");

        walk(caller, OPEN, menuTree());

        assertThat(caller.heard())
                .containsSubsequence("ask menu 5 s", "ask invalid+menu 5 s", "ask silence+menu 5 s", "at nis2");
    }

    @Test
    void menuWithoutComplaintsIsSimplySaidAgain() throws Exception {
        var caller = new ScriptedCaller("7-");
        var menu = new IvrNode.Menu(
                "menu",
                new Question(List.of("menu"), true, Duration.ofSeconds(3), 2, Optional.empty(), Optional.empty()),
                Map.of('2', "nis2"),
                Optional.empty(),
                Optional.empty(),
                "nis2");

        walk(caller, OPEN, menu, new IvrNode.ToQueue("nis2", NIS2));

        assertThat(caller.heard())
                .containsExactly("speak pl", "at menu", "ask menu 3 s", "at menu", "ask menu 3 s", "at nis2");
    }

    @Test
    void callerWhoHasTheMenuRepeatedGetsAllTriesAnew() throws Exception {
        var caller = new ScriptedCaller("77*77");

        var destination = walk(caller, OPEN, menuTree());

        assertThat(destination).isEqualTo(new Destination.Queued(ANY, PL));
        assertThat(caller.heard()).filteredOn(heard -> heard.startsWith("ask")).hasSize(6);
    }

    @Test
    void callerWhoRepeatsWithoutEndIsSentToTheGeneralQueueAfter200Nodes() throws Exception {
        var caller = new ScriptedCaller("*".repeat(1_000));

        var destination = walk(caller, OPEN, menuTree());

        assertThat(destination).isEqualTo(new Destination.Queued(ANY, PL));
        assertThat(caller.heard()).filteredOn(heard -> heard.startsWith("ask")).hasSize(198);
    }

    @Test
    void callerWhoRepeatsWithoutEndWhileTheHotlineIsClosedIsNotQueued() throws Exception {
        var destination = walk(new ScriptedCaller("*".repeat(1_000)), CLOSED, menuTree());

        assertThat(destination).isEqualTo(new Destination.Ended("menu", true, PL));
    }

    @Test
    void aLoopOfAnnouncementsThatWasNeverCheckedStillEnds() throws Exception {
        var destination = walk(new ScriptedCaller(""), OPEN, new IvrNode.Announce("a", List.of("one"), "a"));

        assertThat(destination).isEqualTo(new Destination.Queued(ANY, PL));
    }

    @Test
    void callerWhoHangsUpInAMenuEndsTheWalkThere() {
        var caller = new ScriptedCaller("7!");

        assertThatThrownBy(() -> walk(caller, OPEN, menuTree())).isInstanceOf(CallerHungUp.class);
        assertThat(caller.heard()).endsWith("at menu", "ask invalid+menu 5 s");
    }

    @Test
    void callerWhoHangsUpDuringAnAnnouncementEndsTheWalkThere() {
        var caller = ScriptedCaller.whoHangsUpOnAnnouncements();

        assertThatThrownBy(() -> walk(caller, OPEN, menuTree())).isInstanceOf(CallerHungUp.class);
        assertThat(caller.heard()).containsExactly("speak pl", "at hello", "play hello");
    }

    private static IvrNode[] hoursTree() {
        return new IvrNode[] {
            new IvrNode.Hours("start", "q", "no"),
            new IvrNode.ToQueue("q", NIS2),
            new IvrNode.Announce("no", List.of("closed"), "bye"),
            new IvrNode.End("bye")
        };
    }

    private static IvrNode[] menuTree() {
        return new IvrNode[] {
            new IvrNode.Announce("hello", List.of("hello"), "menu"),
            new IvrNode.Menu(
                    "menu",
                    new Question(
                            List.of("menu"),
                            true,
                            Duration.ofSeconds(5),
                            3,
                            Optional.of("invalid"),
                            Optional.of("silence")),
                    Map.of('2', "nis2", '*', "menu"),
                    Optional.empty(),
                    Optional.empty(),
                    "any"),
            new IvrNode.ToQueue("nis2", NIS2),
            new IvrNode.ToQueue("any", ANY)
        };
    }

    @Test
    void callerWhoHeardTheNoticeKnowsOfTheRecordingAndOneWhoCouldNotHearItDoesNot() throws Exception {
        var told = new ScriptedCaller("");
        var untold = new ScriptedCaller("").unableToHear("notice");
        IvrNode[] tree = {
            new IvrNode.Announce("a", List.of("welcome", "notice"), "q"), new IvrNode.ToQueue("q", NIS2),
        };

        walk(told, OPEN, tree);
        walk(untold, OPEN, tree);

        assertThat(told.heard()).containsExactly("speak pl", "at a", "play welcome+notice", "told", "at q");
        assertThat(untold.heard()).containsExactly("speak pl", "at a", "play welcome+notice", "at q");
    }

    @Test
    void callerMayDeclineTheRecordingAndIsQueuedAllTheSame() throws Exception {
        var caller = new ScriptedCaller("");

        var destination = walk(caller, OPEN, new IvrNode.Unrecorded("u", "q"), new IvrNode.ToQueue("q", NIS2));

        assertThat(destination).isEqualTo(new Destination.Queued(NIS2, PL));
        assertThat(caller.heard()).containsExactly("speak pl", "declined", "at q");
    }

    private static Destination walk(CallerLine line, Instant arrived, IvrNode... nodes) throws CallerHungUp {
        Map<String, IvrNode> byId = new LinkedHashMap<>();
        for (IvrNode node : nodes) {
            byId.put(node.id(), node);
        }
        var hours = new OpeningHours(
                ZoneId.of("Europe/Warsaw"),
                Map.of(DayOfWeek.MONDAY, List.of(new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(17, 0)))),
                day -> false,
                Set.of());
        var hotline = new Hotline(
                hours,
                List.of(PL, EN),
                List.of(),
                List.of(),
                ANY,
                List.of(),
                PresenceRules.DEFAULT,
                WaitingRules.DEFAULT,
                Map.of(),
                new IvrTree(nodes[0].id(), byId),
                Optional.of(new RecordingRules("lawful", Duration.ofDays(30), "notice", Duration.ofMinutes(2))),
                Thresholds.DEFAULT);
        return new TreeWalk(hotline).walk(line, Visit.arriving(arrived, ""));
    }
}
