package org.infolinia.reports.ledger;

/** Reads decimal numbers out of bytes. */
final class Digits {

    private Digits() {}

    /** The number that the bytes spell, of 1 to 18 digits; -1 where they spell none. */
    static long parse(byte[] bytes, int from, int to) {
        if (to <= from || to - from > 18) {
            return -1;
        }
        long number = 0;
        int strange = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            strange |= digit | 9 - digit;
            number = number * 10 + digit;
        }
        return strange < 0 ? -1 : number;
    }
}
