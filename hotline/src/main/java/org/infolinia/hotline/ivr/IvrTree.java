package org.infolinia.hotline.ivr;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infolinia.hotline.calendar.OpeningHours;

/**
 * What a caller walks before a queue, and after one that did not serve them.
 *
 * @param start      id of the first node
 * @param nodes      by id, those of subtrees too, in the order of the file
 * @param subtrees   by id
 * @param timetables calendars that branches go by, by id; beside the hotline's own hours
 */
public record IvrTree(
        String start, Map<String, IvrNode> nodes, Map<String, Subtree> subtrees, Map<String, OpeningHours> timetables) {

    public IvrTree {
        // LinkedHashMap, not Map.copyOf: drawings and findings keep the coordinator's own order.
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        subtrees = Collections.unmodifiableMap(new LinkedHashMap<>(subtrees));
        timetables = Collections.unmodifiableMap(new LinkedHashMap<>(timetables));
    }

    /** Without subtrees and timetables. */
    public IvrTree(String start, Map<String, IvrNode> nodes) {
        this(start, nodes, Map.of(), Map.of());
    }

    /**
     * A part of the tree with a name, which is entered by {@link IvrNode.Call} at its start alone.
     *
     * @param nodes ids of the nodes in it, in the order of the file
     */
    public record Subtree(String id, String start, Set<String> nodes) {
        public Subtree {
            nodes = Collections.unmodifiableSet(new LinkedHashSet<>(nodes));
        }
    }

    /** The subtree that a node is in; empty for nodes of the tree itself. */
    public Optional<Subtree> subtreeOf(String node) {
        return subtrees.values().stream()
                .filter(subtree -> subtree.nodes().contains(node))
                .findFirst();
    }

    /** What decides the way of a caller who comes at that moment. */
    public Circumstances circumstances(OpeningHours hours, Instant moment, String dialled) {
        Set<String> open = timetables.entrySet().stream()
                .filter(timetable -> timetable.getValue().isOpenAt(moment))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Circumstances(hours.isOpenAt(moment), open, dialled);
    }
}
