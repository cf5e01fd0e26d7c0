package org.infolinia.reports.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts the lines of queues that are not the hotline's, by name; past {@value #NAMES} names the rest share one row. */
public final class SetAside {

    static final int NAMES = 100;
    static final String OTHERS = "(other queues)";

    private final Map<String, Long> lines = new TreeMap<>();

    void add(String queue) {
        String row = lines.size() < NAMES || lines.containsKey(queue) ? queue : OTHERS;
        lines.merge(row, 1L, Long::sum);
    }

    /** Lines by queue name, as far as it can be printed. */
    public Map<String, Long> byQueue() {
        return Collections.unmodifiableMap(lines);
    }
}
