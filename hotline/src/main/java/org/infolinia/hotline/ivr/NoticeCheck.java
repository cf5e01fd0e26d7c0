package org.infolinia.hotline.ivr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.infolinia.hotline.Remark;

/**
 * Asks of a tree whose targets all exist whether each caller is told of the recording before a conversation.
 *
 * <p>Only an {@code announce} node counts, since a key cuts a menu short; and a caller whose call is not recorded need
 * not be told.
 */
public final class NoticeCheck {

    private static final Circumstances ANY = new Circumstances(true, Set.of(), "");

    private final IvrTree tree;
    private final String notice;

    /**
     * @param tree   every target in it is the id of a node of it
     * @param notice id of the announcement
     */
    public NoticeCheck(IvrTree tree, String notice) {
        this.tree = tree;
        this.notice = notice;
    }

    /** A flaw for each node that leads to a consultant without the notice, with a way that does; none for a sound tree. */
    public List<TreeCheck.Flaw> flaws() {
        List<TreeCheck.Flaw> flaws = new ArrayList<>();
        Map<String, List<String>> untold = untold();
        for (Map.Entry<String, IvrNode> node : tree.nodes().entrySet()) {
            List<String> way = untold.get(node.getKey());
            if (way != null && node.getValue().leadsToConversation()) {
                flaws.add(
                        new TreeCheck.Flaw(node.getKey(), "id", Remark.UNNOTICED.of(notice, String.join(" → ", way))));
            }
        }
        return flaws;
    }

    /** Ways from the start, by the node they end at, on which the notice is not said; the shortest of each. */
    private Map<String, List<String>> untold() {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(tree.start()));
        ways.put(tree.start(), List.of(tree.start()));
        while (!next.isEmpty()) {
            String id = next.remove();
            IvrNode node = tree.nodes().get(id);
            if (node == null || tells(node)) {
                continue;
            }
            List<String> way = ways.getOrDefault(id, List.of());
            for (String target : onFrom(node, ways.keySet())) {
                if (!ways.containsKey(target)) {
                    List<String> further = new ArrayList<>(way);
                    further.add(target);
                    ways.put(target, List.copyOf(further));
                    next.add(target);
                }
            }
        }
        return ways;
    }

    /**
     * All ways on from a node, whatever the time and the number dialled.
     *
     * @param untold nodes that a caller gets to without having been told
     */
    private Set<String> onFrom(IvrNode node, Set<String> untold) {
        Set<String> ways = new LinkedHashSet<>();
        if (node instanceof IvrNode.Hours hours) {
            ways.addAll(List.of(hours.open(), hours.closed()));
        } else if (node instanceof IvrNode.Dialled dialled) {
            ways.addAll(dialled.numbers().values());
            ways.add(dialled.otherwise());
        } else if (node instanceof IvrNode.Call call) {
            IvrTree.Subtree subtree = tree.subtrees().get(call.subtree());
            if (subtree != null) {
                ways.add(subtree.start());
                // Another call has found a way through it already.
                if (subtree.nodes().stream()
                        .anyMatch(id -> untold.contains(id) && tree.nodes().get(id) instanceof IvrNode.Return)) {
                    ways.add(call.then());
                }
            }
        } else if (node instanceof IvrNode.Return) {
            Optional<String> subtree = tree.subtreeOf(node.id()).map(IvrTree.Subtree::id);
            for (IvrNode other : tree.nodes().values()) {
                if (other instanceof IvrNode.Call call
                        && untold.contains(call.id())
                        && subtree.equals(Optional.of(call.subtree()))) {
                    ways.add(call.then());
                }
            }
        } else {
            // Sorted: a menu's keys have no order, and findings are to be the same each time.
            ways.addAll(new TreeSet<>(node.targets(ANY)));
        }
        return ways;
    }

    private boolean tells(IvrNode node) {
        return node instanceof IvrNode.Unrecorded
                || node instanceof IvrNode.Announce announce
                        && !announce.bargeIn()
                        && announce.say().contains(notice);
    }
}
