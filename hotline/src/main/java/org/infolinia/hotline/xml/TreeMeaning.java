package org.infolinia.hotline.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.ivr.DigitPattern;
import org.infolinia.hotline.ivr.IvrTree;
import org.infolinia.hotline.ivr.NoticeCheck;
import org.infolinia.hotline.ivr.TreeCheck;
import org.infolinia.hotline.xml.HotlineElement.Node;
import org.infolinia.hotline.xml.HotlineElement.Reference;
import org.infolinia.hotline.xml.HotlineElement.Subtree;

/** Asks of the tree in a file that passed the schema whether it means something sensible. */
final class TreeMeaning {

    static final int MOST_NODES = 500;

    /** The way back from them goes with a call, as text in a channel variable. */
    static final int MOST_SUBTREES = 10;

    private final HotlineElement hotline;
    private final Findings findings;

    TreeMeaning(HotlineElement hotline, Findings findings) {
        this.hotline = hotline;
        this.findings = findings;
    }

    /** @param calendarsSound whether the calendars can be asked; if not, no branch is held against them */
    void check(boolean calendarsSound) {
        List<Node> nodes = hotline.ivr.all();
        if (nodes.size() > MOST_NODES) {
            findings.found(nodes.get(MOST_NODES), "id", Remark.TOO_MANY_NODES.of(MOST_NODES));
        }
        Set<String> announcements = names(hotline.announcements.all, announcement -> announcement.id);
        Set<String> queues = names(hotline.queues.all, queue -> queue.name);
        Set<String> timetables = names(hotline.timetables, timetable -> timetable.id);
        boolean readable = calendarsSound;
        for (Node node : nodes) {
            node.announcements()
                    .forEach(reference -> findings.known(reference, announcements, Remark.UNKNOWN_ANNOUNCEMENT));
            node.queueNamed().ifPresent(reference -> findings.known(reference, queues, Remark.UNKNOWN_QUEUE));
            if (node instanceof HotlineElement.Ask ask) {
                readable &= digits(ask);
            }
            if (node instanceof HotlineElement.Branch branch && branch.timetable != null) {
                readable &= findings.known(
                        new Reference(branch, "timetable", branch.timetable), timetables, Remark.UNKNOWN_TIMETABLE);
            }
        }
        // A tree with a dangling target would only repeat that fault as unreachable nodes.
        readable &= targets();
        readable &= calls();
        if (readable) {
            shape();
        }
    }

    /** Whether the pattern is one. */
    private boolean digits(HotlineElement.Ask ask) {
        if (ask.minDigits > ask.maxDigits) {
            findings.found(ask, "max-digits", Remark.DIGITS.of(ask.minDigits, ask.maxDigits));
        }
        if (ask.pattern != null) {
            try {
                DigitPattern.of(ask.pattern);
            } catch (DigitPattern.None e) {
                findings.found(ask, "pattern", Remark.NO_PATTERN.of(ask.pattern, e.words()));
                return false;
            }
        }
        return true;
    }

    /** Whether each target exists, and is where it may be gone to. */
    private boolean targets() {
        Map<String, Optional<String>> scopes = new LinkedHashMap<>();
        hotline.ivr.nodes.forEach(node -> scopes.put(node.id, Optional.empty()));
        hotline.ivr.subtrees.forEach(
                subtree -> subtree.nodes.forEach(node -> scopes.put(node.id, Optional.of(subtree.id))));
        boolean whole = goesTo(new Reference(hotline.ivr, "start", hotline.ivr.start), Optional.empty(), scopes);
        for (Node node : hotline.ivr.nodes) {
            for (Reference target : node.targets()) {
                whole &= goesTo(target, Optional.empty(), scopes);
            }
            if (node instanceof HotlineElement.Return) {
                findings.found(node, "", Remark.RETURN_OUTSIDE.of());
                whole = false;
            }
        }
        for (Subtree subtree : hotline.ivr.subtrees) {
            Reference start = new Reference(subtree, "start", subtree.start);
            Set<String> own = names(subtree.nodes, node -> node.id);
            whole &= findings.known(start, own, Remark.UNKNOWN_NODE_IN_SUBTREE, subtree.id);
            for (Node node : subtree.nodes) {
                for (Reference target : node.targets()) {
                    whole &= goesTo(target, Optional.of(subtree.id), scopes);
                }
            }
        }
        return whole;
    }

    private boolean goesTo(Reference target, Optional<String> from, Map<String, Optional<String>> scopes) {
        if (!findings.known(target, scopes.keySet(), Remark.UNKNOWN_NODE)) {
            return false;
        }
        Optional<String> scope = scopes.getOrDefault(target.name(), Optional.empty());
        if (scope.isEmpty() || scope.equals(from)) {
            return true;
        }
        findings.found(target.in(), target.attribute(), Remark.INSIDE_SUBTREE.of(target.name(), scope.get()));
        return false;
    }

    /** Whether each subtree that is called exists, and none calls itself. */
    private boolean calls() {
        Map<String, Subtree> byId = new LinkedHashMap<>();
        hotline.ivr.subtrees.forEach(subtree -> byId.put(subtree.id, subtree));
        boolean whole = true;
        for (Node node : hotline.ivr.all()) {
            if (node instanceof HotlineElement.Call call) {
                whole &= findings.known(
                        new Reference(call, "subtree", call.subtree), byId.keySet(), Remark.UNKNOWN_SUBTREE);
            }
        }
        if (whole) {
            Map<String, Integer> depths = new HashMap<>();
            for (Subtree subtree : hotline.ivr.subtrees) {
                whole &= depth(subtree, new LinkedHashSet<>(), byId, depths) <= MOST_SUBTREES;
            }
        }
        return whole;
    }

    /**
     * How many subtrees deep a caller gets by calling this one; more than allowed where there is no end to it.
     *
     * @param callers subtrees on the way here, the outermost first
     * @param depths  of subtrees already asked about
     */
    private int depth(Subtree subtree, Set<String> callers, Map<String, Subtree> byId, Map<String, Integer> depths) {
        Integer known = depths.get(subtree.id);
        if (known != null) {
            return known;
        }
        if (!callers.add(subtree.id)) {
            findings.found(
                    subtree,
                    "id",
                    Remark.CALLS_ITSELF.of(subtree.id, String.join(" → ", callers) + " → " + subtree.id));
            return MOST_SUBTREES + 1;
        }
        int inner = 0;
        for (Node node : subtree.nodes) {
            if (node instanceof HotlineElement.Call call) {
                Subtree called = byId.get(call.subtree);
                inner = Math.max(inner, called == null ? 0 : depth(called, callers, byId, depths));
            }
        }
        callers.remove(subtree.id);
        if (inner == MOST_SUBTREES) {
            findings.found(subtree, "id", Remark.CALLS_DEEP.of(MOST_SUBTREES));
        }
        int depth = Math.min(inner + 1, MOST_SUBTREES + 1);
        depths.put(subtree.id, depth);
        return depth;
    }

    private void shape() {
        Map<String, Node> byId = new LinkedHashMap<>();
        hotline.ivr.all().forEach(node -> byId.put(node.id, node));
        IvrTree tree = HotlineFile.tree(hotline);
        List<TreeCheck.Flaw> flaws = new ArrayList<>(new TreeCheck(tree, HotlineFile.hours(hotline)).flaws());
        if (hotline.recording != null) {
            flaws.addAll(new NoticeCheck(tree, hotline.recording.notice).flaws());
        }
        for (TreeCheck.Flaw flaw : flaws) {
            Node node = byId.get(flaw.node());
            if (node != null) {
                findings.found(node, flaw.attribute(), flaw.words());
            }
        }
    }

    private static <E> Set<String> names(List<E> elements, Function<E, String> name) {
        return elements.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
