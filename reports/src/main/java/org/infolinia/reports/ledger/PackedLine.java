package org.infolinia.reports.ledger;

/** The small parts of a line in one number: ring in the upper half, then queue, then event in the lowest byte. */
final class PackedLine {

    private static final QueueEvent[] EVENTS = QueueEvent.values();

    private PackedLine() {}

    static long pack(QueueLogLine line) {
        return (long) line.ringMillis << 32 | (long) (line.queue & 0xffff) << 8 | line.event.ordinal();
    }

    static void letOut(long at, long call, long consultant, long packed, LedgerLines lines) {
        lines.line(at, EVENTS[(int) packed & 0xff], call, (short) (packed >> 8), consultant, (int) (packed >> 32));
    }
}
