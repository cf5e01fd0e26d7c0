package org.infolinia.reports.ledger;

/** Reads decimal numbers out of bytes, eight digits at a time. */
final class Digits {

    private static final int EIGHT = 8;
    private static final long EIGHT_DIGITS = 100_000_000;
    private static final long ALL_ZEROS = 0x3030303030303030L;
    private static final long HIGH_HALVES = 0xF0F0F0F0F0F0F0F0L;

    private Digits() {}

    /** The number that the bytes spell, of 1 to 18 digits; -1 where they spell none. */
    static long parse(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= 0 || length > 18) {
            return -1;
        }
        if (to < EIGHT) {
            return oneByOne(bytes, from, to);
        }
        if (length <= EIGHT) {
            return lastOf(bytes, to, length);
        }
        long high = parse(bytes, from, to - EIGHT);
        long low = lastOf(bytes, to, EIGHT);
        return (high | low) < 0 ? -1 : high * EIGHT_DIGITS + low;
    }

    private static long lastOf(byte[] bytes, int to, int length) {
        long word = Words.at(bytes, to - EIGHT);
        if (length < EIGHT) {
            int others = Byte.SIZE * (EIGHT - length);
            word = word >>> others << others | ALL_ZEROS >>> Long.SIZE - others;
        }
        boolean allDigits =
                (word & HIGH_HALVES | (word + 0x0606060606060606L & HIGH_HALVES) >>> 4) == 0x3333333333333333L;
        if (!allDigits) {
            return -1;
        }
        // Pairs, then fours, then all eight; the first digit is in the lowest byte.
        long pairs = (word & 0x0F0F0F0F0F0F0F0FL) * 2561 >>> 8;
        long fours = (pairs & 0x00FF00FF00FF00FFL) * 6_553_601 >>> 16;
        return (fours & 0x0000FFFF0000FFFFL) * 42_949_672_960_001L >>> 32;
    }

    private static long oneByOne(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
