package org.infolinia.reports.ledger;

import java.util.Arrays;

/**
 * Holds the lines of the last {@value #WINDOW} seconds, so that lines out of order by less come out in order, and a line
 * that came twice comes out once.
 *
 * <p>Lines of one second come out as they came in.
 */
final class LastMinute {

    /** Seconds a line may be late. */
    static final int WINDOW = 60;

    private static final int SLOTS = 128;

    private final Second[] seconds = new Second[SLOTS];
    private final LedgerLines lines;
    /** All before this second has come out. */
    private long next = Long.MIN_VALUE;

    LastMinute(LedgerLines lines) {
        this.lines = lines;
        Arrays.setAll(seconds, i -> new Second());
    }

    /** Takes a line in; one too late or too far ahead to be put in order goes straight through. */
    void add(QueueLogLine line, long clock) {
        advance(clock - WINDOW);
        if (line.at < next || line.at >= next + SLOTS) {
            lines.line(line.at, line.event, line.call, line.queue, line.consultant, line.ringMillis);
        } else {
            seconds[(int) (line.at & SLOTS - 1)].add(line);
        }
    }

    /** Lets out all that is older than {@code upTo}. */
    private void advance(long upTo) {
        if (upTo <= next) {
            return;
        }
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
    }

    /** The lines of one second, four numbers each. */
    private static final class Second {

        private static final int NUMBERS = 4;
        private static final QueueEvent[] EVENTS = QueueEvent.values();
        private static final int FEW = 16;

        private long[] numbers = new long[8 * NUMBERS];
        private int count;
        private long[] prints = new long[0];

        void add(QueueLogLine line) {
            if (hasSeen(line.print)) {
                return;
            }
            if ((count + 1) * NUMBERS > numbers.length) {
                numbers = Arrays.copyOf(numbers, numbers.length * 2);
            }
            int at = count * NUMBERS;
            numbers[at] = line.print;
            numbers[at + 1] = line.call;
            numbers[at + 2] = line.consultant;
            numbers[at + 3] = (long) line.ringMillis << 32 | (long) (line.queue & 0xffff) << 8 | line.event.ordinal();
            count++;
        }

        private boolean hasSeen(long print) {
            if (count < FEW) {
                for (int i = 0; i < count; i++) {
                    if (numbers[i * NUMBERS] == print) {
                        return true;
                    }
                }
                return false;
            }
            return hasSeenAmongMany(print);
        }

        /** Open addressing over the prints; 0 is an empty slot, and a print of 0 is taken for 1. */
        private boolean hasSeenAmongMany(long print) {
            if (count == FEW || prints.length < count * 2) {
                prints = new long[Integer.highestOneBit(count) * 4];
                for (int i = 0; i < count; i++) {
                    put(numbers[i * NUMBERS]);
                }
            }
            return !put(print);
        }

        private boolean put(long print) {
            long stored = print == 0 ? 1 : print;
            int slot = (int) (stored ^ stored >>> 32) & prints.length - 1;
            while (prints[slot] != 0) {
                if (prints[slot] == stored) {
                    return false;
                }
                slot = slot + 1 & prints.length - 1;
            }
            prints[slot] = stored;
            return true;
        }

        void letOut(long second, LedgerLines lines) {
            for (int i = 0; i < count; i++) {
                int at = i * NUMBERS;
                long packed = numbers[at + 3];
                lines.line(
                        second,
                        EVENTS[(int) packed & 0xff],
                        numbers[at + 1],
                        (short) (packed >> 8),
                        numbers[at + 2],
                        (int) (packed >> 32));
            }
            count = 0;
        }
    }
}
