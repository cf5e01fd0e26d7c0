package org.infolinia.reports.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds the ends of lines and the first column bars in a stream of bytes, eight bytes at a time.
 *
 * <p>Holds one buffer, whatever comes: a line longer than {@value #LONGEST_LINE} bytes is passed over without being kept.
 */
final class LineScanner implements Closeable {

    static final int LONGEST_LINE = 8 * 1024;

    /** Bars beyond these are counted, not located. */
    static final int BARS = 5;

    private static final int WORD = Long.BYTES;
    private static final long ALL_BARS = 0x7c7c7c7c7c7c7c7cL;
    private static final long ALL_ENDS = 0x0a0a0a0a0a0a0a0aL;

    /** What {@link #next} found. */
    enum Found {
        LINE,
        TOO_LONG,
        /** The stream ended within a line. */
        CUT,
        END
    }

    private final InputStream in;
    private final byte[] buffer;
    private final int[] bars = new int[BARS];
    private int position;
    private int limit;
    private boolean exhausted;
    private long bufferStart;
    private long number;
    private int from;
    private int to;
    private int barCount;

    /**
     * @param offset bytes of the stream that came before {@code in}
     * @param number lines that came before
     * @param room   bytes to read at a time; more than a line may have
     */
    LineScanner(InputStream in, long offset, long number, int room) {
        this.in = in;
        this.buffer = new byte[room + 2 * WORD];
        this.bufferStart = offset;
        this.number = number;
    }

    /** Moves to the next line; the accessors speak of it until the next call. */
    Found next() throws IOException {
        number++;
        while (true) {
            if (scan()) {
                return Found.LINE;
            }
            if (limit - position > LONGEST_LINE) {
                return passOver();
            }
            if (exhausted) {
                from = position;
                to = limit;
                position = limit;
                return from == to ? Found.END : Found.CUT;
            }
            fill();
        }
    }

    /** Scans one line from the position on; false when its end is not in the buffer, or too far off. */
    private boolean scan() {
        byte[] bytes = buffer;
        int start = position;
        int end = Math.min(limit, start + LONGEST_LINE + 1);
        int count = 0;
        for (int i = start; i < end; i += WORD) {
            long word = Words.at(bytes, i);
            long ends = Words.zeroBytes(word ^ ALL_ENDS);
            long marks = Words.zeroBytes(word ^ ALL_BARS);
            if (ends != 0) {
                int lineEnd = i + Words.firstOf(ends);
                if (lineEnd >= end) {
                    return false;
                }
                long before = (ends & -ends) - 1;
                marks &= before;
                count = note(marks, i, count);
                from = start;
                to = lineEnd;
                barCount = count;
                position = lineEnd + 1;
                return true;
            }
            count = note(marks, i, count);
        }
        return false;
    }

    private int note(long marks, int at, int count) {
        if (count >= BARS) {
            return count + Long.bitCount(marks);
        }
        long rest = marks;
        int noted = count;
        while (rest != 0) {
            if (noted == BARS) {
                return noted + Long.bitCount(rest);
            }
            bars[noted++] = at + Words.firstOf(rest);
            rest &= rest - 1;
        }
        return noted;
    }

    private Found passOver() throws IOException {
        while (true) {
            for (int i = position; i < limit; i++) {
                if (buffer[i] == '\n') {
                    position = i + 1;
                    return Found.TOO_LONG;
                }
            }
            position = limit;
            if (exhausted) {
                return Found.TOO_LONG;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        int kept = limit - position;
        System.arraycopy(buffer, position, buffer, 0, kept);
        bufferStart += position;
        position = 0;
        limit = kept;
        int read = in.read(buffer, limit, buffer.length - 2 * WORD - limit);
        if (read < 0) {
            exhausted = true;
        } else {
            limit += read;
        }
        // What lies behind the limit is read with the last word and must not look like a line's end.
        Words.clear(buffer, limit);
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    /** First byte behind the line, its end not counted. */
    int to() {
        return to;
    }

    /** 1 is the first. */
    long number() {
        return number;
    }

    /** Bytes of the stream before the line. */
    long offset() {
        return bufferStart + from;
    }

    /** Where the bar is; the first is 0, and only {@link #BARS} are known. */
    int bar(int index) {
        return bars[index];
    }

    /** All bars of the line. */
    int barCount() {
        return barCount;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
