package org.infolinia.reports.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One line of the queue log, taken apart; filled anew for each line, since there are millions.
 *
 * <p>Source: {@code epoch|callid|queue|agent|event|data1|…}, as {@code main/logger.c} of Asterisk writes it.
 */
final class QueueLogLine {

    private static final int EPOCH_DIGITS = 10;
    private static final int FIRST_COLUMNS = 4;
    private static final int COLUMNS_OF_TRANSFER = 5;
    private static final int COLUMNS_BEHIND_TRANSFER = 3;
    private static final byte[] NONE = "NONE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINK = "LINK|".getBytes(StandardCharsets.US_ASCII);
    private static final String MORE_COLUMNS = " with more columns than it has; two lines may have run into one";
    private static final int LONGEST_NAME_SHOWN = 60;
    private static final QueueEvent[] BY_HASH = byHash();

    long at;
    long call;
    long consultant;
    QueueEvent event = QueueEvent.OTHER;
    int queue;
    int ringMillis;

    /** Time stamp of the scanned line; -1 where it has none. */
    static long timeOf(LineScanner line) {
        if (line.barCount() < FIRST_COLUMNS || line.bar(0) - line.from() != EPOCH_DIGITS) {
            return -1;
        }
        return Digits.parse(line.bytes(), line.from(), line.bar(0));
    }

    /**
     * Takes the rest of a line apart whose time is known.
     *
     * @return what is wrong with it; null when it was read
     */
    @Nullable
    String read(LineScanner line, long time, CallIds ids, KnownQueues queues) {
        byte[] bytes = line.bytes();
        at = time;
        ringMillis = 0;
        int end = line.to();
        if (bytes[end - 1] == '\r') {
            end--;
        }
        int eventEnd = line.barCount() > FIRST_COLUMNS ? line.bar(FIRST_COLUMNS) : end;
        event = event(bytes, line.bar(3) + 1, eventEnd);
        if (event == QueueEvent.OTHER) {
            if (!isEventName(bytes, line.bar(3) + 1, eventEnd)) {
                return "the event is not a word in capitals";
            }
            if (isNone(bytes, line.bar(3) + 1, eventEnd)) {
                return "NONE where the event should be; two lines may have run into one";
            }
        }
        if (line.barCount() - FIRST_COLUMNS > event.mostColumns() && dataColumns(line, end) > event.mostColumns()) {
            return event + MORE_COLUMNS;
        }
        if (event.isTransfer()) {
            String fault = transferFault(line, end);
            if (fault != null) {
                return fault;
            }
        }
        call = ids.key(bytes, line.bar(0) + 1, line.bar(1));
        if (call == CallIds.MALFORMED || call == CallIds.NO_CALL && event.isOfCall()) {
            return "no call id where " + event + " needs one";
        }
        queue = queues.place(bytes, line.bar(1) + 1, line.bar(2));
        consultant = nameHash(bytes, line.bar(2) + 1, line.bar(3));
        if (event == QueueEvent.RINGNOANSWER) {
            int ring = ring(bytes, eventEnd, end);
            if (ring < 0) {
                return "RINGNOANSWER without its milliseconds";
            }
            ringMillis = ring;
        }
        return null;
    }

    /**
     * A transfer has so many columns that another line behind a cut one can hide in them; but a line that runs into
     * another has five or more, and the other's event among the last three, where a transfer has numbers.
     */
    private @Nullable String transferFault(LineScanner line, int end) {
        int columns = dataColumns(line, end);
        if (event == QueueEvent.ATTENDEDTRANSFER && columns > COLUMNS_OF_TRANSFER && !isLink(line)) {
            return event + MORE_COLUMNS;
        }
        return columns < COLUMNS_OF_TRANSFER || endsInNumbers(line, end)
                ? null
                : event + " without its wait, talk and place; two lines may have run into one";
    }

    private static boolean isLink(LineScanner line) {
        byte[] bytes = line.bytes();
        int from = line.bar(FIRST_COLUMNS) + 1;
        return Arrays.equals(bytes, from, from + LINK.length, LINK, 0, LINK.length);
    }

    /** Whether the last three columns are whole numbers; one may be below 0 where the box's clock was set back. */
    private static boolean endsInNumbers(LineScanner line, int end) {
        byte[] bytes = line.bytes();
        int to = end;
        while (bytes[to - 1] == '|') {
            to--;
        }
        for (int column = 0; column < COLUMNS_BEHIND_TRANSFER; column++) {
            int from = to;
            while (bytes[from - 1] != '|') {
                from--;
            }
            int digits = bytes[from] == '-' ? from + 1 : from;
            if (Digits.parse(bytes, digits, to) < 0) {
                return false;
            }
            to = from - 1;
        }
        return true;
    }

    /** A number that stands for the name in the queue column. */
    static long queueHash(LineScanner line) {
        return nameHash(line.bytes(), line.bar(1) + 1, line.bar(2));
    }

    /** Name in the queue column, as far as it can be printed. */
    static String queueShown(LineScanner line) {
        return LineTexts.printable(line.bytes(), line.bar(1) + 1, line.bar(2), LONGEST_NAME_SHOWN);
    }

    /** Whether the line tells that consultants came, went or paused, or that Asterisk started. */
    static boolean isOfConsultant(LineScanner line) {
        int end = line.to() > line.from() && line.bytes()[line.to() - 1] == '\r' ? line.to() - 1 : line.to();
        int eventEnd = line.barCount() > FIRST_COLUMNS ? line.bar(FIRST_COLUMNS) : end;
        QueueEvent event = event(line.bytes(), line.bar(3) + 1, eventEnd);
        return event.isOfConsultant() || event == QueueEvent.QUEUESTART;
    }

    /** Notes the name, and the reason of a pause: it takes the place of a ring, so that two reasons make two lines. */
    void noteConsultant(LineScanner scanner, MemberTexts members) {
        if (event.isOfConsultant()) {
            ringMillis = members.reason(scanner);
            members.noteName(consultant, scanner);
        } else if (event == QueueEvent.CONNECT) {
            members.noteName(consultant, scanner);
        }
    }

    /** Name in the column of the consultant, as far as it can be printed. */
    static String consultantShown(LineScanner line, int longest) {
        return LineTexts.printable(line.bytes(), line.bar(2) + 1, line.bar(3), longest);
    }

    /** Data column, the first is 0, as far as it can be printed; empty where there is none. */
    static String data(LineScanner line, int column, int longest) {
        byte[] bytes = line.bytes();
        int end = line.to() > line.from() && bytes[line.to() - 1] == '\r' ? line.to() - 1 : line.to();
        int from = line.barCount() > FIRST_COLUMNS ? line.bar(FIRST_COLUMNS) + 1 : end;
        for (int passed = 0; passed < column; passed++) {
            from = Math.min(end, columnEnd(bytes, from, end) + 1);
        }
        return LineTexts.printable(bytes, from, columnEnd(bytes, from, end), longest);
    }

    /** A number that stands for the first data column. */
    static long dataHash(LineScanner line) {
        byte[] bytes = line.bytes();
        int from = line.barCount() > FIRST_COLUMNS ? line.bar(FIRST_COLUMNS) + 1 : line.to();
        return nameHash(bytes, from, columnEnd(bytes, from, line.to()));
    }

    private static int columnEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '|') {
            at++;
        }
        return at;
    }

    private static QueueEvent event(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 4) {
            return QueueEvent.OTHER;
        }
        QueueEvent guess = BY_HASH[hash(length, bytes[from], bytes[from + 3], bytes[to - 1])];
        return guess.isSpelled(bytes, from, to) ? guess : QueueEvent.OTHER;
    }

    /** The factors were tried out: no two events share a slot, or the class does not load. */
    private static int hash(int length, byte first, byte fourth, byte last) {
        return length * 35 + first * 29 + fourth * 13 + last * 41 & 255;
    }

    private static QueueEvent[] byHash() {
        QueueEvent[] table = new QueueEvent[256];
        Arrays.fill(table, QueueEvent.OTHER);
        for (QueueEvent event : QueueEvent.values()) {
            byte[] name = event.name().getBytes(StandardCharsets.US_ASCII);
            int slot = hash(name.length, name[0], name[3], name[name.length - 1]);
            if (table[slot] != QueueEvent.OTHER) {
                throw new IllegalStateException(event + " and " + table[slot] + " share a slot");
            }
            table[slot] = event;
        }
        return table;
    }

    private static boolean isEventName(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            boolean fits = b >= 'A' && b <= 'Z' || b == '_' || b == '-' || i > from && b >= '0' && b <= '9';
            if (!fits) {
                return false;
            }
        }
        // Our own words and other programs' fit in this; a cut event with the next line's time stamp does not.
        return to > from && to - from <= 40 && !endsInTimeStamp(bytes, from, to);
    }

    private static boolean isNone(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, NONE, 0, NONE.length);
    }

    private static boolean endsInTimeStamp(byte[] bytes, int from, int to) {
        return to - from >= EPOCH_DIGITS && Digits.parse(bytes, to - EPOCH_DIGITS, to) >= 0;
    }

    /** Data columns, empty ones at the end not counted: other programs fill up to five. */
    private static int dataColumns(LineScanner line, int end) {
        int columns = line.barCount() - FIRST_COLUMNS;
        for (int i = end - 1; columns > 0 && line.bytes()[i] == '|'; i--) {
            columns--;
        }
        return columns;
    }

    private static int ring(byte[] bytes, int eventEnd, int end) {
        int from = eventEnd + 1;
        int to = from;
        while (to < end && bytes[to] != '|') {
            to++;
        }
        if (to > from && bytes[from] == '-') {
            // The box's clock was set back while it rang.
            return Digits.parse(bytes, from + 1, to) < 0 ? -1 : 0;
        }
        return to - from > 9 ? -1 : (int) Digits.parse(bytes, from, to);
    }

    private static long nameHash(byte[] bytes, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i += Long.BYTES) {
            hash = (hash ^ Words.first(bytes, i, to - i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
