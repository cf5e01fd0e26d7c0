package org.infolinia.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeCheckTest {

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
                .extracting(TreeCheck.Flaw::node)
                .containsExactly("never");
    }

    @Test
    void aLoopThatOnlyOpenHoursEnterIsFoundThoughItsClosedBranchWouldEnd() {
        assertThat(flaws(say("start", "hours"), new IvrNode.Hours("hours", "start", "bye"), new IvrNode.End("bye")))
                .containsExactly(new TreeCheck.Flaw(
                        "start",
                        "a caller who presses no key goes round for ever: start → hours → start; expected: a way to a"
                                + " queue or an end"));
    }

    @Test
    void aLoopIsToldOnceWithoutTheWayThatLeadsIntoIt() {
        assertThat(flaws(say("start", "a"), say("a", "b"), say("b", "a")))
                .extracting(TreeCheck.Flaw::node)
                .containsExactly("a");
    }

    private static IvrNode say(String id, String then) {
        return new IvrNode.Announce(id, List.of(id), then);
    }

    private static List<TreeCheck.Flaw> flaws(IvrNode... nodes) {
        Map<String, IvrNode> byId = new LinkedHashMap<>();
        for (IvrNode node : nodes) {
            byId.put(node.id(), node);
        }
        return new TreeCheck(new IvrTree("start", byId)).flaws();
    }
}
