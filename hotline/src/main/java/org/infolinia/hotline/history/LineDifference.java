package org.infolinia.hotline.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one text became another, line by line; how lines end is not looked at.
 *
 * <p>Lines that are in both texts once hold the two together, as a reader would say; between them, the longest sequence
 * that both have in common.
 *
 * @param lines of both texts, in order
 */
public record LineDifference(List<Line> lines) {

    /** Between lines that hold two texts together, what is compared line with line; larger parts count as replaced. */
    private static final long MOST_COMPARED = 1_000_000;

    /** Of nothing to nothing. */
    public static final LineDifference NONE = new LineDifference(List.of());

    public LineDifference {
        lines = List.copyOf(lines);
    }

    /** What became of a line. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED,
        /** Stands for lines that are the same and far from any change; the text is how many. */
        LEFT_OUT
    }

    /**
     * A line of either text.
     *
     * @param before its number in the one text, from 1; 0 where it is not in it
     * @param after  its number in the other, from 1; 0 where it is not in it
     */
    public record Line(Kind kind, int before, int after, String text) {}

    /** What is to be done to one text to get the other. */
    public static LineDifference between(String before, String after) {
        Comparison comparison = new Comparison(split(before), split(after));
        comparison.compare(0, comparison.before.size(), 0, comparison.after.size());
        return new LineDifference(comparison.found);
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\r\n|\r|\n", -1));
    }

    public boolean isEmpty() {
        return added() == 0 && removed() == 0;
    }

    public long added() {
        return lines.stream().filter(line -> line.kind() == Kind.ADDED).count();
    }

    public long removed() {
        return lines.stream().filter(line -> line.kind() == Kind.REMOVED).count();
    }

    /**
     * What has changed, with what is around it.
     *
     * @param around how many unchanged lines are kept before and behind a change
     */
    public LineDifference shortened(int around) {
        boolean[] kept = new boolean[lines.size()];
        for (int i = 0; i < kept.length; i++) {
            if (lines.get(i).kind() != Kind.SAME) {
                int last = Math.min(kept.length - 1, i + around);
                for (int near = Math.max(0, i - around); near <= last; near++) {
                    kept[near] = true;
                }
            }
        }
        List<Line> shown = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                left++;
            } else {
                leaveOut(left, shown);
                left = 0;
                shown.add(lines.get(i));
            }
        }
        leaveOut(left, shown);
        return new LineDifference(shown);
    }

    private static void leaveOut(int count, List<Line> shown) {
        if (count > 0) {
            shown.add(new Line(Kind.LEFT_OUT, 0, 0, Integer.toString(count)));
        }
    }

    /** Two texts while they are held against each other; ranges are from the first line to behind the last. */
    private static final class Comparison {

        private final List<String> before;
        private final List<String> after;
        private final List<Line> found = new ArrayList<>();

        Comparison(List<String> before, List<String> after) {
            this.before = before;
            this.after = after;
        }

        void compare(int fromBefore, int toBefore, int fromAfter, int toAfter) {
            int start = fromBefore;
            int startAfter = fromAfter;
            while (start < toBefore && startAfter < toAfter && isSame(start, startAfter)) {
                same(start++, startAfter++);
            }
            int end = toBefore;
            int endAfter = toAfter;
            while (end > start && endAfter > startAfter && isSame(end - 1, endAfter - 1)) {
                end--;
                endAfter--;
            }
            between(start, end, startAfter, endAfter);
            while (end < toBefore) {
                same(end++, endAfter++);
            }
        }

        private void between(int start, int end, int startAfter, int endAfter) {
            List<int[]> anchors =
                    start == end || startAfter == endAfter ? List.of() : anchors(start, end, startAfter, endAfter);
            if (anchors.isEmpty()) {
                if ((long) (end - start) * (endAfter - startAfter) <= MOST_COMPARED) {
                    lineWithLine(start, end, startAfter, endAfter);
                } else {
                    replaced(start, end, startAfter, endAfter);
                }
                return;
            }
            int here = start;
            int hereAfter = startAfter;
            for (int[] anchor : anchors) {
                compare(here, anchor[0], hereAfter, anchor[1]);
                same(anchor[0], anchor[1]);
                here = anchor[0] + 1;
                hereAfter = anchor[1] + 1;
            }
            compare(here, end, hereAfter, endAfter);
        }

        /** Lines that both ranges have once, as many of them as are in the same order. */
        private List<int[]> anchors(int start, int end, int startAfter, int endAfter) {
            Map<String, Integer> once = once(before, start, end);
            Map<String, Integer> onceAfter = once(after, startAfter, endAfter);
            List<int[]> pairs = new ArrayList<>();
            for (int i = start; i < end; i++) {
                Integer there = onceAfter.get(before.get(i));
                if (there != null && there >= 0 && Integer.valueOf(i).equals(once.get(before.get(i)))) {
                    pairs.add(new int[] {i, there});
                }
            }
            return rising(pairs);
        }

        /** Where each line is; -1 for one that is there more than once. */
        private static Map<String, Integer> once(List<String> lines, int from, int to) {
            Map<String, Integer> places = new HashMap<>();
            for (int i = from; i < to; i++) {
                places.merge(lines.get(i), i, (one, other) -> -1);
            }
            return places;
        }

        /** The longest part whose second numbers rise too; by patience sorting. */
        private static List<int[]> rising(List<int[]> pairs) {
            List<Integer> piles = new ArrayList<>();
            int[] previous = new int[pairs.size()];
            for (int i = 0; i < pairs.size(); i++) {
                int low = 0;
                int high = piles.size();
                while (low < high) {
                    int middle = (low + high) / 2;
                    if (pairs.get(piles.get(middle))[1] < pairs.get(i)[1]) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                previous[i] = low == 0 ? -1 : piles.get(low - 1);
                if (low == piles.size()) {
                    piles.add(i);
                } else {
                    piles.set(low, i);
                }
            }
            List<int[]> longest = new ArrayList<>();
            for (int i = piles.isEmpty() ? -1 : piles.get(piles.size() - 1); i >= 0; i = previous[i]) {
                longest.add(pairs.get(i));
            }
            Collections.reverse(longest);
            return longest;
        }

        private void lineWithLine(int start, int end, int startAfter, int endAfter) {
            int rows = end - start;
            int columns = endAfter - startAfter;
            int[][] common = new int[rows + 1][columns + 1];
            for (int i = rows - 1; i >= 0; i--) {
                for (int j = columns - 1; j >= 0; j--) {
                    common[i][j] = isSame(start + i, startAfter + j)
                            ? common[i + 1][j + 1] + 1
                            : Math.max(common[i + 1][j], common[i][j + 1]);
                }
            }
            int i = 0;
            int j = 0;
            while (i < rows && j < columns) {
                if (isSame(start + i, startAfter + j)) {
                    same(start + i++, startAfter + j++);
                } else if (common[i + 1][j] >= common[i][j + 1]) {
                    replaced(start + i, start + i + 1, startAfter + j, startAfter + j);
                    i++;
                } else {
                    replaced(start + i, start + i, startAfter + j, startAfter + j + 1);
                    j++;
                }
            }
            replaced(start + i, end, startAfter + j, endAfter);
        }

        private boolean isSame(int one, int other) {
            return before.get(one).equals(after.get(other));
        }

        private void same(int one, int other) {
            found.add(new Line(Kind.SAME, one + 1, other + 1, before.get(one)));
        }

        private void replaced(int start, int end, int startAfter, int endAfter) {
            for (int i = start; i < end; i++) {
                found.add(new Line(Kind.REMOVED, i + 1, 0, before.get(i)));
            }
            for (int i = startAfter; i < endAfter; i++) {
                found.add(new Line(Kind.ADDED, 0, i + 1, after.get(i)));
            }
        }
    }
}
