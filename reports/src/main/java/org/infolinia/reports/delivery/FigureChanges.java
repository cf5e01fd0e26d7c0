package org.infolinia.reports.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.infolinia.reports.json.FlatFigures;

/** Tells in which figures one report differs from another. */
final class FigureChanges {

    private static final String NONE = "–";
    private static final String TOTAL = " · total · ";

    private FigureChanges() {}

    /**
     * A line for each figure that the former has and the latter has otherwise or not at all, or that is new with a value;
     * totals first. What a later release counts beside the others, over the whole report, is no change: a former report
     * that has a figure nowhere says nothing about it.
     *
     * @throws IOException when either is no JSON
     */
    static List<String> between(byte[] former, byte[] latter) throws IOException {
        Map<String, String> before = FlatFigures.of(former);
        Map<String, String> after = FlatFigures.of(latter);
        List<String> totals = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        after.forEach((way, value) -> {
            String was = before.getOrDefault(way, NONE);
            if (!was.equals(value) && (before.containsKey(way) || isKnown(before, way))) {
                (way.contains(TOTAL) ? totals : rest).add(way + ": " + was + " → " + value);
            }
        });
        before.forEach((way, was) -> {
            if (!after.containsKey(way) && !was.equals(NONE)) {
                (way.contains(TOTAL) ? totals : rest).add(way + ": " + was + " → " + NONE);
            }
        });
        totals.addAll(rest);
        return totals;
    }

    /** Whether there is a figure of that name for another day or consultant. */
    private static boolean isKnown(Map<String, String> before, String way) {
        String part = way.substring(0, Math.max(0, way.indexOf(" · ")));
        String name = way.substring(way.lastIndexOf(" · ") + 1);
        return before.keySet().stream().anyMatch(known -> known.startsWith(part) && known.endsWith(name));
    }
}
