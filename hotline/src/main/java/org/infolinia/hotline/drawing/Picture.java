package org.infolinia.hotline.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be seen of a tree, before anybody says where.
 *
 * @param title    above all
 * @param subtitle below the title
 * @param boxes    by node id, in the order of the file
 * @param roots    where the trees begin, with what stands there: the tree itself first, then its subtrees
 */
record Picture(String title, String subtitle, Map<String, Box> boxes, Map<String, String> roots) {

    Picture {
        boxes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(boxes));
        roots = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(roots));
    }

    /** @throws IllegalArgumentException when there is none of that id */
    Box box(String id) {
        Box box = boxes.get(id);
        if (box == null) {
            throw new IllegalArgumentException("no box \"" + id + "\" in the picture");
        }
        return box;
    }

    /**
     * One node.
     *
     * @param heading what it does, in a word or two
     * @param lines   what else there is to say
     * @param asleep  whether nobody gets there at the moment of the picture
     */
    record Box(String id, Kind kind, String heading, List<Line> lines, List<Arrow> arrows, boolean asleep) {
        Box {
            lines = List.copyOf(lines);
            arrows = List.copyOf(arrows);
        }
    }

    /**
     * A paragraph in a box.
     *
     * @param name of the announcement whose words these are; empty for what is no announcement
     */
    record Line(String name, String words) {}

    /**
     * A way on.
     *
     * @param label  when it is taken; empty where there is no other
     * @param asleep whether nobody takes it at the moment of the picture
     */
    record Arrow(String label, String target, boolean asleep) {}

    /** What a box is coloured by, with its colours: inside, border. */
    enum Kind {
        ANNOUNCE("#e7f1fb", "#3b73a8"),
        MENU("#fff5d1", "#a07a10"),
        BRANCH("#efe9fb", "#6a4fae"),
        LANGUAGE("#e3f5f4", "#2c7f7b"),
        QUEUE("#e2f4e4", "#347d3d"),
        OUTSIDE("#f6ebe0", "#96602c"),
        SUBTREE("#f0f0f0", "#555555"),
        END("#fae6e6", "#a84444");

        private final String inside;
        private final String border;

        Kind(String inside, String border) {
            this.inside = inside;
            this.border = border;
        }

        String inside() {
            return inside;
        }

        String border() {
            return border;
        }
    }

    /** Arrows to one target become one, with all their labels. */
    static List<Arrow> merged(List<Arrow> arrows, String keys) {
        Map<String, List<Arrow>> byTarget = new LinkedHashMap<>();
        arrows.forEach(arrow -> byTarget.computeIfAbsent(arrow.target(), none -> new ArrayList<>())
                .add(arrow));
        return byTarget.entrySet().stream()
                .map(entry -> new Arrow(
                        labels(entry.getValue().stream().map(Arrow::label).toList(), keys),
                        entry.getKey(),
                        entry.getValue().stream().allMatch(Arrow::asleep)))
                .toList();
    }

    /** Keys, which are single signs, are named together: {@code 1, 2}; what is no key stands behind them. */
    private static String labels(List<String> labels, String keys) {
        List<String> signs =
                labels.stream().filter(label -> label.length() == 1).toList();
        List<String> others =
                labels.stream().filter(label -> label.length() > 1).toList();
        List<String> all = new ArrayList<>();
        if (!signs.isEmpty()) {
            all.add(keys + " " + String.join(", ", signs));
        }
        all.addAll(others);
        return String.join(", ", all);
    }
}
