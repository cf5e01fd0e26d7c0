package org.infolinia.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.QueueName;
import org.junit.jupiter.api.Test;

class NoticeCheckTest {

    private static final QueueName QUEUE = new QueueName("any");

    @Test
    void treeInWhichTheNoticeComesBeforeEachQueueIsSound() {
        assertThat(flaws(
                        new IvrNode.Hours("start", "welcome", "bye"),
                        new IvrNode.Announce("welcome", List.of("hello", "notice"), "main"),
                        menu("main", "q1", "q2"),
                        new IvrNode.ToQueue("q1", QUEUE),
                        new IvrNode.ToQueue("q2", QUEUE),
                        new IvrNode.End("bye")))
                .isEmpty();
    }

    @Test
    void oneWayThatAvoidsTheNoticeIsFoundAndShown() {
        assertThat(flaws(
                        menu("main", "told", "q"),
                        new IvrNode.Announce("told", List.of("notice"), "q"),
                        new IvrNode.ToQueue("q", QUEUE)))
                .extracting(TreeCheck.Flaw::node, TreeCheck.Flaw::attribute, TreeCheck.Flaw::message)
                .containsExactly(tuple(
                        "q",
                        "id",
                        "a caller gets here without the notice of recording \"notice\": main → q;"
                                + " expected: an <announce> on the way that says it"));
    }

    @Test
    void noticeInAMenuDoesNotCountSinceAKeyCutsItShort() {
        assertThat(flaws(menu("notice", "main", "q", "q"), new IvrNode.ToQueue("q", QUEUE)))
                .hasSize(1);
    }

    @Test
    void noticeSaidOnlyWhenClosedDoesNotTellThoseWhoCallInOpeningHours() {
        assertThat(flaws(
                        new IvrNode.Hours("start", "q", "told"),
                        new IvrNode.Announce("told", List.of("notice"), "q"),
                        new IvrNode.ToQueue("q", QUEUE)))
                .extracting(TreeCheck.Flaw::node)
                .containsExactly("q");
    }

    @Test
    void callWithoutRecordingNeedsNoNotice() {
        assertThat(flaws(new IvrNode.Unrecorded("start", "q"), new IvrNode.ToQueue("q", QUEUE)))
                .isEmpty();
    }

    @Test
    void loopsComeToAnEnd() {
        assertThat(flaws(menu("main", "again", "bye"), new IvrNode.GoTo("again", "main"), new IvrNode.End("bye")))
                .isEmpty();
    }

    @Test
    void noticeThatAKeyMayCutShortDoesNotCount() {
        assertThat(flaws(new IvrNode.Announce("start", List.of("notice"), true, "q"), new IvrNode.ToQueue("q", QUEUE)))
                .hasSize(1);
    }

    @Test
    void callBackIsAConversationTooAndATransferToSomebodyElseIsNot() {
        assertThat(flaws(
                        menu("main", "callback", "transfer"),
                        new IvrNode.CallBack("callback", QUEUE),
                        new IvrNode.Transfer("transfer", "+48221000200")))
                .extracting(TreeCheck.Flaw::node)
                .containsExactly("callback");
    }

    @Test
    void noticeSaidInASubtreeTellsThoseWhoComeBackFromIt() {
        assertThat(subtree(new IvrNode.Announce("s", List.of("notice"), "back"), new IvrNode.Return("back")))
                .isEmpty();
    }

    @Test
    void subtreeWithAWayRoundTheNoticeLeavesItsCallersUntold() {
        assertThat(subtree(
                        menu("s", "tell", "back"),
                        new IvrNode.Announce("tell", List.of("notice"), "back"),
                        new IvrNode.Return("back")))
                .extracting(TreeCheck.Flaw::node)
                .containsExactly("q1", "q2");
    }

    /** A tree that calls the subtree at its start, and again from where it has a second queue. */
    private static List<TreeCheck.Flaw> subtree(IvrNode... inside) {
        Map<String, IvrNode> nodes = new LinkedHashMap<>();
        for (IvrNode node : List.of(
                menu("main", "c1", "c2"),
                new IvrNode.Call("c1", "sub", "q1"),
                new IvrNode.Call("c2", "sub", "q2"),
                new IvrNode.ToQueue("q1", QUEUE),
                new IvrNode.ToQueue("q2", QUEUE))) {
            nodes.put(node.id(), node);
        }
        Set<String> ids = new LinkedHashSet<>();
        for (IvrNode node : inside) {
            nodes.put(node.id(), node);
            ids.add(node.id());
        }
        var subtrees = Map.of("sub", new IvrTree.Subtree("sub", "s", ids));
        return new NoticeCheck(new IvrTree("main", nodes, subtrees, Map.of()), "notice").flaws();
    }

    private static IvrNode menu(String id, String one, String otherwise) {
        return menu("menu", id, one, otherwise);
    }

    private static IvrNode menu(String say, String id, String one, String otherwise) {
        return new IvrNode.Menu(
                id,
                new Question(List.of(say), true, Duration.ofSeconds(5), 3, Optional.empty(), Optional.empty()),
                Map.of('1', one),
                Optional.empty(),
                Optional.empty(),
                otherwise);
    }

    private static List<TreeCheck.Flaw> flaws(IvrNode... nodes) {
        Map<String, IvrNode> byId = new LinkedHashMap<>();
        for (IvrNode node : nodes) {
            byId.put(node.id(), node);
        }
        return new NoticeCheck(new IvrTree(nodes[0].id(), byId), "notice").flaws();
    }
}
