package org.infolinia.hotline.ivr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks of a tree whose targets all exist whether callers reach every node, and always get out again. */
public final class TreeCheck {

    private final IvrTree tree;

    /** @param tree every target in it is the id of a node of it */
    public TreeCheck(IvrTree tree) {
        this.tree = tree;
    }

    /**
     * Something wrong with one node.
     *
     * @param node    its id
     * @param message what is wrong and what is expected
     */
    public record Flaw(String node, String message) {}

    /** In the order of the tree; none for a sound one. */
    public List<Flaw> flaws() {
        Set<String> whenOpen = reachable(true);
        Set<String> whenClosed = reachable(false);
        List<Flaw> flaws = new ArrayList<>();
        for (String node : tree.nodes().keySet()) {
            if (!whenOpen.contains(node) && !whenClosed.contains(node)) {
                flaws.add(new Flaw(
                        node,
                        "no caller ever gets to \"" + node + "\"; expected: a node that leads to it, or none such"));
            }
        }
        Set<Set<String>> loops = new LinkedHashSet<>();
        loops(true, whenOpen, loops);
        loops(false, whenClosed, loops);
        for (Set<String> loop : loops) {
            String first = loop.iterator().next();
            flaws.add(new Flaw(
                    first,
                    "a caller who presses no key goes round for ever: " + String.join(" → ", loop) + " → " + first
                            + "; expected: a way to a queue or an end"));
        }
        return flaws;
    }

    private Set<String> reachable(boolean open) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(tree.start()));
        while (!next.isEmpty()) {
            String node = next.pop();
            if (reached.add(node)) {
                next.addAll(node(node).targets(open));
            }
        }
        return reached;
    }

    /** Without keys each node has one way on at most, so a walk from any node either ends or meets itself. */
    private void loops(boolean open, Set<String> reachable, Set<Set<String>> loops) {
        Set<String> settled = new HashSet<>();
        for (String start : tree.nodes().keySet()) {
            if (!reachable.contains(start)) {
                continue;
            }
            LinkedHashSet<String> way = new LinkedHashSet<>();
            Optional<String> here = Optional.of(start);
            while (here.isPresent() && !settled.contains(here.get()) && way.add(here.get())) {
                here = node(here.get()).withoutKeys(open);
            }
            if (here.isPresent() && way.contains(here.get())) {
                loops.add(from(here.get(), way));
            }
            settled.addAll(way);
        }
    }

    private static Set<String> from(String first, Set<String> way) {
        LinkedHashSet<String> loop = new LinkedHashSet<>();
        boolean inLoop = false;
        for (String node : way) {
            inLoop |= node.equals(first);
            if (inLoop) {
                loop.add(node);
            }
        }
        return loop;
    }

    private IvrNode node(String id) {
        IvrNode node = tree.nodes().get(id);
        if (node == null) {
            throw new IllegalArgumentException("no node \"" + id + "\" in the tree");
        }
        return node;
    }
}
