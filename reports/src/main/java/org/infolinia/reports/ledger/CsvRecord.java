package org.infolinia.reports.ledger;

import java.util.Arrays;

/**
 * One record of a comma-separated file, as {@code cdr/cdr_csv.c} of Asterisk writes it: text quoted, quotes within it
 * doubled, line breaks within it as they are.
 *
 * <p>Strict on purpose: a quote may only stand where the writer puts one. So the remains of a cut record never swallow
 * the records behind it.
 */
final class CsvRecord {

    static final int MOST_FIELDS = 24;

    /** So many bytes behind the limit must be there to be read, whatever they are. */
    static final int SLACK = Long.BYTES;

    private static final long ALL_QUOTES = 0x2222222222222222L;
    private static final long ALL_ENDS = 0x0a0a0a0a0a0a0a0aL;

    private final int[] from = new int[MOST_FIELDS];
    private final int[] to = new int[MOST_FIELDS];
    private byte[] bytes = new byte[0];
    private int fields;
    private int lines;

    /** What {@link #read} found. */
    enum Found {
        RECORD,
        MALFORMED,
        /** The bytes end within the record. */
        UNFINISHED
    }

    private int end;

    /** Reads the record that begins at {@code start}; nothing behind {@code limit} is looked at. */
    Found read(byte[] source, int start, int limit) {
        bytes = source;
        fields = 0;
        lines = 1;
        int at = start;
        while (at < limit && fields < MOST_FIELDS) {
            int fieldEnd = source[at] == '"' ? quoted(at + 1, limit) : plain(at, limit);
            if (fieldEnd < 0) {
                return Found.MALFORMED;
            }
            if (fieldEnd >= limit) {
                return Found.UNFINISHED;
            }
            fields++;
            byte separator = source[fieldEnd];
            if (separator == '\n') {
                end = fieldEnd + 1;
                return Found.RECORD;
            }
            if (separator == '\r' && fieldEnd + 1 < limit && source[fieldEnd + 1] == '\n') {
                end = fieldEnd + 2;
                return Found.RECORD;
            }
            if (separator != ',') {
                return Found.MALFORMED;
            }
            at = fieldEnd + 1;
        }
        return at >= limit ? Found.UNFINISHED : Found.MALFORMED;
    }

    private int quoted(int start, int limit) {
        int at = start;
        while (at < limit) {
            long word = Words.at(bytes, at);
            long quotes = Words.zeroBytes(word ^ ALL_QUOTES);
            long before = (quotes & -quotes) - 1;
            lines += Long.bitCount(Words.zeroBytes(word ^ ALL_ENDS) & before);
            at += Words.firstOf(quotes);
            if (quotes != 0 && at < limit) {
                if (at + 1 == limit || bytes[at + 1] != '"') {
                    note(start, at);
                    return at + 1;
                }
                at += 2;
            }
        }
        return limit;
    }

    private int plain(int start, int limit) {
        int at = start;
        while (at < limit && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r') {
            if (bytes[at] == '"') {
                return -1;
            }
            at++;
        }
        note(start, at);
        return at;
    }

    private void note(int start, int stop) {
        from[fields] = start;
        to[fields] = stop;
    }

    /** First byte behind the record and its line end. */
    int end() {
        return end;
    }

    int fields() {
        return fields;
    }

    /** Line ends of the record, its own and those within its texts. */
    int lines() {
        return lines;
    }

    byte[] bytes() {
        return bytes;
    }

    /** First byte of the field, its quote not counted. */
    int from(int field) {
        return from[field];
    }

    /** First byte behind the field, its quote not counted. */
    int to(int field) {
        return to[field];
    }

    boolean spells(int field, byte[] text) {
        return Arrays.equals(bytes, from[field], to[field], text, 0, text.length);
    }
}
