package org.infolinia.reports.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Counts the lines of queues that are not the hotline's, by name; past {@value #NAMES} names the rest share one row. */
public final class SetAside {

    static final int NAMES = 100;
    static final String OTHERS = "(other queues)";

    private final Map<String, long[]> lines = new TreeMap<>();
    private final Map<Long, long[]> byHash = new HashMap<>();

    /**
     * One line more.
     *
     * @param hash equal for equal names: lines of one queue come by the million, its name need not be read each time
     * @param name the name, as far as it can be printed
     */
    void add(long hash, Supplier<String> name) {
        long[] row = byHash.get(hash);
        if (row == null) {
            String queue = name.get();
            row = lines.computeIfAbsent(
                    lines.size() < NAMES || lines.containsKey(queue) ? queue : OTHERS, added -> new long[1]);
            if (byHash.size() < NAMES) {
                byHash.put(hash, row);
            }
        }
        row[0]++;
    }

    /** Lines by queue name, as far as it can be printed. */
    public Map<String, Long> byQueue() {
        Map<String, Long> counts = new TreeMap<>();
        lines.forEach((queue, count) -> counts.put(queue, count[0]));
        return counts;
    }
}
