package org.infolinia.reports.ledger;

/**
 * Lines of the queue log in order of time, some hundred at a time, so that each fold goes over them in a loop of its own.
 *
 * <p>Lines of queues that are not the hotline's are counted here, and go no further.
 */
public final class OrderedLines {

    private static final QueueEvent[] EVENTS = QueueEvent.values();
    private static final int LINES = 512;
    private static final int NUMBERS = 4;

    private final LedgerLines lines;
    private final SetAside setAside;
    private final long[] numbers = new long[LINES * NUMBERS];
    private int used;

    OrderedLines(LedgerLines lines, SetAside setAside) {
        this.lines = lines;
        this.setAside = setAside;
    }

    /** The small parts of a line in one number: ring in the upper half, then queue, then event in the lowest byte. */
    static long pack(QueueLogLine line) {
        return (long) line.ringMillis << 32 | (long) (line.queue & 0xffff) << 8 | line.event.ordinal();
    }

    private static int queue(long packed) {
        return (short) (packed >> 8);
    }

    /** The next line; not earlier than the one before, but for a single stray one. */
    void add(long at, long call, long consultant, long packed) {
        int queue = queue(packed);
        if (queue <= KnownQueues.FOREIGN) {
            setAside.count(KnownQueues.FOREIGN - queue);
            return;
        }
        numbers[used] = at;
        numbers[used + 1] = call;
        numbers[used + 2] = consultant;
        numbers[used + 3] = packed;
        used += NUMBERS;
        if (used == numbers.length) {
            handOn();
        }
    }

    /** Hands on what has gathered. */
    void handOn() {
        lines.lines(this);
        used = 0;
    }

    /** Lines that have gathered. */
    public int size() {
        return used / NUMBERS;
    }

    /** Time stamp of one of them; the first is 0. What the others are, {@link LedgerLines#line} says. */
    public long at(int place) {
        return numbers[place * NUMBERS];
    }

    public QueueEvent event(int place) {
        return EVENTS[(int) packed(place) & 0xff];
    }

    public long call(int place) {
        return numbers[place * NUMBERS + 1];
    }

    public int queue(int place) {
        return queue(packed(place));
    }

    public long consultant(int place) {
        return numbers[place * NUMBERS + 2];
    }

    public int ringMillis(int place) {
        return (int) (packed(place) >> 32);
    }

    private long packed(int place) {
        return numbers[place * NUMBERS + 3];
    }
}
