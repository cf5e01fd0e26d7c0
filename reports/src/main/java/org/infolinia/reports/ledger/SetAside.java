package org.infolinia.reports.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Counts the lines of queues that are not the hotline's, by name; past {@value #NAMES} names the rest share one row.
 *
 * <p>A line is given its row where it is read, and counted once it is in order and known not to be repeated: on another
 * thread. Ask for the counts when both are done.
 */
public final class SetAside {

    static final int NAMES = 100;
    static final String OTHERS = "(other queues)";

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<Long, Integer> byHash = new HashMap<>();
    private final long[] lines = new long[NAMES + 1];

    /**
     * Row of the queue, 0 to {@value #NAMES}.
     *
     * @param hash equal for equal names: lines of one queue come by the million, its name need not be read each time
     * @param name the name, as far as it can be printed
     */
    int row(long hash, Supplier<String> name) {
        Integer known = byHash.get(hash);
        if (known != null) {
            return known;
        }
        int row = row(name.get());
        if (byHash.size() < NAMES) {
            byHash.put(hash, row);
        }
        return row;
    }

    private int row(String name) {
        Integer known = byName.get(name);
        if (known != null) {
            return known;
        }
        if (names.size() == NAMES) {
            return NAMES;
        }
        names.add(name);
        byName.put(name, names.size() - 1);
        return names.size() - 1;
    }

    /** One line more in the row. */
    void count(int row) {
        lines[row]++;
    }

    /** Lines by queue name, as far as it can be printed. */
    public Map<String, Long> byQueue() {
        Map<String, Long> counts = new TreeMap<>();
        for (int row = 0; row < lines.length; row++) {
            if (lines[row] > 0) {
                counts.put(row < names.size() ? names.get(row) : OTHERS, lines[row]);
            }
        }
        return counts;
    }
}
