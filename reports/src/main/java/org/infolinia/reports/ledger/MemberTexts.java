package org.infolinia.reports.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Names of consultants and reasons of breaks, which travel as numbers.
 *
 * <p>Noted where the lines are read, asked where they are folded: on another thread. Bounded, whatever a log may hold.
 */
public final class MemberTexts {

    static final int MOST_NAMES = 10_000;
    static final int MOST_REASONS = 200;
    static final String OTHERS = "(others)";

    private static final int LONGEST = 120;

    private final Map<Long, String> names = new ConcurrentHashMap<>();
    private final Map<String, Integer> places = new ConcurrentHashMap<>();
    /** The same places, so that a reason need not be spelled out each time; of the thread that reads. */
    private final Map<Long, Integer> byHash = new HashMap<>();

    private final List<String> reasons = new CopyOnWriteArrayList<>();

    void noteName(long number, LineScanner scanner) {
        if (!names.containsKey(number) && names.size() < MOST_NAMES) {
            names.put(number, QueueLogLine.consultantShown(scanner, LONGEST));
        }
    }

    /** Place of the reason in the first data column; called by the thread that reads. */
    int reason(LineScanner scanner) {
        long hash = QueueLogLine.dataHash(scanner);
        Integer known = byHash.get(hash);
        if (known != null) {
            return known;
        }
        int place = newReason(scanner);
        if (byHash.size() < MOST_REASONS) {
            byHash.put(hash, place);
        }
        return place;
    }

    private int newReason(LineScanner scanner) {
        String reason = QueueLogLine.data(scanner, 0, LONGEST);
        Integer known = places.get(reason);
        if (known != null) {
            return known;
        }
        String kept = reasons.size() < MOST_REASONS ? reason : OTHERS;
        Integer place = places.get(kept);
        if (place == null) {
            reasons.add(kept);
            place = reasons.size() - 1;
            places.put(kept, place);
        }
        return place;
    }

    /** The name that the number stands for, as far as it can be printed. */
    public String name(long number) {
        return names.getOrDefault(number, OTHERS);
    }

    /** The reason at that place; empty where none was given. */
    public String reason(int place) {
        return reasons.get(place);
    }
}
