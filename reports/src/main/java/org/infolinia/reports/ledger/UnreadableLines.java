package org.infolinia.reports.ledger;

import java.util.ArrayList;
import java.util.List;

/** Counts unreadable lines: all are counted, the first {@value #KEPT} of each reading are kept. */
public final class UnreadableLines {

    static final int KEPT = 1_000;

    private final List<Unreadable> kept = new ArrayList<>();
    private long count;

    void add(String file, long line, String reason) {
        add(new Unreadable(file, line, reason));
    }

    void add(Unreadable unreadable) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(unreadable);
        }
    }

    /** All of them, kept or not. */
    public long count() {
        return count;
    }

    /** By file and line. */
    public List<Unreadable> kept() {
        return kept.stream().sorted(Unreadable.BY_PLACE).toList();
    }
}
