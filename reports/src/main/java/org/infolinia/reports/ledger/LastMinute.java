package org.infolinia.reports.ledger;

import java.util.Arrays;

/**
 * Holds the lines of the last {@value #WINDOW} seconds, so that lines out of order by less come out in order, and a line
 * that came twice comes out once.
 *
 * <p>Lines of one second come out as they came in. Two lines are one when they agree in time, call, queue, consultant,
 * event and ring.
 */
final class LastMinute {

    /** Seconds a line may be late. */
    static final int WINDOW = 60;

    private static final int SLOTS = 128;

    private final Second[] seconds = new Second[SLOTS];
    private final OrderedLines lines;
    /** All before this second has come out. */
    private long next = Long.MIN_VALUE;

    LastMinute(OrderedLines lines) {
        this.lines = lines;
        Arrays.setAll(seconds, i -> new Second());
    }

    /**
     * Takes a line in; one too late or too far ahead to be put in order goes straight through.
     *
     * @param packed see {@link OrderedLines#pack}
     */
    void add(long at, long clock, long call, long consultant, long packed) {
        if (clock - WINDOW > next) {
            advance(clock - WINDOW);
        }
        if (at < next || at >= next + SLOTS) {
            lines.add(at, call, consultant, packed);
        } else {
            seconds[(int) (at & SLOTS - 1)].add(call, consultant, packed);
        }
    }

    /** Lets out all that is older than {@code upTo}. */
    private void advance(long upTo) {
        if (next != Long.MIN_VALUE) {
            long last = Math.min(upTo, next + SLOTS);
            for (long second = next; second < last; second++) {
                Second slot = seconds[(int) (second & SLOTS - 1)];
                if (slot.count > 0) {
                    slot.letOut(second, lines);
                }
            }
        }
        next = upTo;
    }

    /** Lets out what is left. */
    void finish() {
        if (next != Long.MIN_VALUE) {
            advance(next + SLOTS);
        }
        lines.handOn();
    }

    /** The lines of one second, three numbers each. */
    private static final class Second {

        private static final int NUMBERS = 3;
        private static final int FEW = 16;

        private long[] numbers = new long[8 * NUMBERS];
        private int count;
        /** Where there are more than a few: places of lines by their hash, counted from 1; 0 is free. */
        private int[] places = new int[0];

        void add(long call, long consultant, long packed) {
            if (hasSeen(call, consultant, packed)) {
                return;
            }
            int at = count * NUMBERS;
            if (at + NUMBERS > numbers.length) {
                numbers = Arrays.copyOf(numbers, numbers.length * 2);
            }
            numbers[at] = call;
            numbers[at + 1] = consultant;
            numbers[at + 2] = packed;
            count++;
        }

        private boolean hasSeen(long call, long consultant, long packed) {
            if (count >= FEW) {
                return hasSeenAmongMany(call, consultant, packed);
            }
            for (int i = 0; i < count; i++) {
                if (isAt(i, call, consultant, packed)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isAt(int place, long call, long consultant, long packed) {
            int at = place * NUMBERS;
            return numbers[at] == call && numbers[at + 1] == consultant && numbers[at + 2] == packed;
        }

        private boolean hasSeenAmongMany(long call, long consultant, long packed) {
            if (count == FEW || places.length < count * 2) {
                places = new int[Integer.highestOneBit(count) * 4];
                for (int i = 0; i < count; i++) {
                    int at = i * NUMBERS;
                    places[slot(numbers[at], numbers[at + 1], numbers[at + 2])] = i + 1;
                }
            }
            int slot = slot(call, consultant, packed);
            if (places[slot] != 0) {
                return true;
            }
            places[slot] = count + 1;
            return false;
        }

        private int slot(long call, long consultant, long packed) {
            long hash = (call * 31 + consultant) * 31 + packed;
            hash *= 0x9E3779B97F4A7C15L;
            int slot = (int) (hash >>> 40) & places.length - 1;
            while (places[slot] != 0 && !isAt(places[slot] - 1, call, consultant, packed)) {
                slot = slot + 1 & places.length - 1;
            }
            return slot;
        }

        void letOut(long second, OrderedLines lines) {
            for (int i = 0; i < count; i++) {
                int at = i * NUMBERS;
                lines.add(second, numbers[at], numbers[at + 1], numbers[at + 2]);
            }
            count = 0;
        }
    }
}
