package org.infolinia.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                .containsExactly(new TreeCheck.Flaw(
                        "again",
                        "closed",
                        "no time can take this way: whenever a caller gets to \"again\", the hotline is open; expected:"
                                + " a time at which it is closed, or another node in place of this branch"));
    }

    @Test
    void aLoopThatOnlyOpenHoursEnterIsFoundThoughItsClosedBranchWouldEnd() {
        assertThat(flaws(say("start", "hours"), new IvrNode.Hours("hours", "start", "bye"), new IvrNode.End("bye")))
                .containsExactly(new TreeCheck.Flaw(
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
        Map<String, IvrNode> byId = new LinkedHashMap<>();
        for (IvrNode node : nodes) {
            byId.put(node.id(), node);
        }
        return new TreeCheck(new IvrTree("start", byId), MONDAYS).flaws();
    }
}
