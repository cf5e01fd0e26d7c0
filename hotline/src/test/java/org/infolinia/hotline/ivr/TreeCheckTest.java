package org.infolinia.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calendar.OpeningHours;
import org.junit.jupiter.api.Test;

class TreeCheckTest {

    private static final OpeningHours MONDAYS = mondays(8, 17);

    @Test
    void aTreeWhoseEveryNodeIsReachedAndLeftIsSound() {
        assertThat(flaws(new IvrNode.Hours("start", "a", "bye"), say("a", "bye"), new IvrNode.End("bye")))
                .isEmpty();
    }

    @Test
    void aBranchThatOneCallCannotTakeIsUnreachable() {
        // Both branches ask of the same moment: who was let in as open is not turned away as closed later on.
        assertThat(flaws(
                        new IvrNode.Hours("start", "again", "bye"),
                        new IvrNode.Hours("again", "bye", "never"),
                        say("never", "bye"),
                        new IvrNode.End("bye")))
                .extracting(TreeCheck.Flaw::node, TreeCheck.Flaw::attribute, TreeCheck.Flaw::message)
                .containsExactly(tuple(
                        "again",
                        "closed",
                        "no time can take this way: whenever a caller gets to \"again\", the hotline is open; expected:"
                                + " a time at which it is closed, or another node in place of this branch"));
    }

    @Test
    void aLoopThatOnlyOpenHoursEnterIsFoundThoughItsClosedBranchWouldEnd() {
        assertThat(flaws(say("start", "hours"), new IvrNode.Hours("hours", "start", "bye"), new IvrNode.End("bye")))
                .extracting(TreeCheck.Flaw::node, TreeCheck.Flaw::attribute, TreeCheck.Flaw::message)
                .containsExactly(tuple(
                        "start",
                        "id",
                        "a caller who presses no key goes round for ever: start → hours → start; expected: a way to a"
                                + " queue or an end"));
    }

    @Test
    void aLoopIsToldOnceWithoutTheWayThatLeadsIntoIt() {
        assertThat(flaws(say("start", "a"), say("a", "b"), say("b", "a")))
                .extracting(TreeCheck.Flaw::node)
                .containsExactly("a");
    }

    @Test
    void aTimetableThatNeverMeetsTheHoursItIsAskedInIsFound() {
        assertThat(flaws(
                        Map.of("evening", mondays(17, 20)),
                        new IvrNode.Hours("start", "experts", "bye"),
                        new IvrNode.Hours("experts", Optional.of("evening"), "bye", "bye"),
                        new IvrNode.End("bye")))
                .extracting(TreeCheck.Flaw::node, TreeCheck.Flaw::attribute, TreeCheck.Flaw::message)
                .containsExactly(tuple(
                        "experts",
                        "open",
                        "no time can take this way: whenever a caller gets to \"experts\", timetable \"evening\" is"
                                + " closed; expected: a time at which it is open, or another node in place of this"
                                + " branch"));
    }

    @Test
    void aTimetableThatMeetsTheHoursForAMinuteIsInOrder() {
        assertThat(flaws(
                        Map.of("evening", mondays(16, 20)),
                        new IvrNode.Hours("start", "experts", "bye"),
                        new IvrNode.Hours("experts", Optional.of("evening"), "bye", "bye"),
                        new IvrNode.End("bye")))
                .isEmpty();
    }

    @Test
    void aSingleOpenDayIsATimeAsGoodAsAny() {
        OpeningHours oneMonday = new OpeningHours(
                ZoneId.of("Europe/Warsaw"),
                Map.of(),
                day -> false,
                Map.of(),
                Map.of(
                        LocalDate.of(2050, 1, 3),
                        List.of(new OpeningHours.Span(LocalTime.of(9, 0), LocalTime.of(9, 1)))));
        assertThat(flaws(
                        Map.of("once", oneMonday),
                        new IvrNode.Hours("start", "experts", "bye"),
                        new IvrNode.Hours("experts", Optional.of("once"), "bye", "bye"),
                        new IvrNode.End("bye")))
                .isEmpty();
    }

    @Test
    void whatComesBackFromAQueueComesBackAtAnyTime() {
        assertThat(flaws(
                        new IvrNode.Hours("start", "queue", "bye"),
                        queue("queue", "later"),
                        new IvrNode.Hours("later", "bye", "shut"),
                        say("shut", "bye"),
                        new IvrNode.End("bye")))
                .isEmpty();
    }

    @Test
    void aLoopByWayOfAQueueIsFound() {
        assertThat(flaws(queue("start", "busy"), say("busy", "start")))
                .extracting(TreeCheck.Flaw::node, TreeCheck.Flaw::attribute, TreeCheck.Flaw::message)
                .containsExactly(tuple(
                        "start",
                        "id",
                        "a caller whom nobody answers goes round for ever: start → busy → start; expected: a way to an"
                                + " end"));
    }

    @Test
    void aNumberThatAnEarlierBranchLeadsElsewhereIsFound() {
        Map<DialledNumber, String> first = Map.of(new DialledNumber("221000101"), "bye");
        Map<DialledNumber, String> again = Map.of(new DialledNumber("+48221000101"), "bye");
        assertThat(flaws(
                        new IvrNode.Dialled("start", first, "second"),
                        new IvrNode.Dialled("second", again, "bye"),
                        new IvrNode.End("bye")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.message()).startsWith("nobody can have dialled +48221000101 here"));
    }

    @Test
    void aSubtreeUsedTwiceIsNoLoop() {
        assertThat(flaws(
                        new IvrTree.Subtree("sub", "hear", Set.of("hear", "done")),
                        new IvrNode.Call("start", "sub", "again"),
                        new IvrNode.Call("again", "sub", "bye"),
                        new IvrNode.End("bye"),
                        say("hear", "done"),
                        new IvrNode.Return("done")))
                .isEmpty();
    }

    @Test
    void aLoopByWayOfASubtreeIsFound() {
        assertThat(flaws(
                        new IvrTree.Subtree("sub", "hear", Set.of("hear", "done")),
                        new IvrNode.Call("start", "sub", "jump"),
                        new IvrNode.GoTo("jump", "start"),
                        say("hear", "done"),
                        new IvrNode.Return("done")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.message())
                        .contains("a caller who presses no key goes round for ever: start → jump → start"));
    }

    @Test
    void aLoopWithinASubtreeIsFound() {
        assertThat(flaws(
                        new IvrTree.Subtree("sub", "a", Set.of("a", "b")),
                        new IvrNode.Call("start", "sub", "bye"),
                        new IvrNode.End("bye"),
                        say("a", "b"),
                        say("b", "a")))
                .extracting(TreeCheck.Flaw::node)
                .containsExactly("bye", "a");
    }

    @Test
    void whatComesAfterASubtreeThatNeverComesBackIsUnreachable() {
        assertThat(flaws(
                        new IvrTree.Subtree("sub", "over", Set.of("over", "done")),
                        new IvrNode.Call("start", "sub", "bye"),
                        new IvrNode.End("bye"),
                        new IvrNode.End("over"),
                        new IvrNode.Return("done")))
                .extracting(TreeCheck.Flaw::node)
                .containsExactly("bye", "done");
    }

    private static IvrNode queue(String id, String then) {
        return new IvrNode.ToQueue(id, new QueueName("any"), 0, Optional.empty(), Optional.of(then));
    }

    private static OpeningHours mondays(int from, int to) {
        return new OpeningHours(
                ZoneId.of("Europe/Warsaw"),
                Map.of(DayOfWeek.MONDAY, List.of(new OpeningHours.Span(LocalTime.of(from, 0), LocalTime.of(to, 0)))),
                day -> false,
                Set.of());
    }

    private static IvrNode say(String id, String then) {
        return new IvrNode.Announce(id, List.of(id), then);
    }

    private static List<TreeCheck.Flaw> flaws(IvrNode... nodes) {
        return flaws(Map.of(), nodes);
    }

    private static List<TreeCheck.Flaw> flaws(Map<String, OpeningHours> timetables, IvrNode... nodes) {
        return new TreeCheck(new IvrTree("start", byId(nodes), Map.of(), timetables), MONDAYS).flaws();
    }

    private static List<TreeCheck.Flaw> flaws(IvrTree.Subtree subtree, IvrNode... nodes) {
        return new TreeCheck(new IvrTree("start", byId(nodes), Map.of(subtree.id(), subtree), Map.of()), MONDAYS)
                .flaws();
    }

    private static Map<String, IvrNode> byId(IvrNode... nodes) {
        Map<String, IvrNode> byId = new LinkedHashMap<>();
        for (IvrNode node : nodes) {
            byId.put(node.id(), node);
        }
        return byId;
    }
}
