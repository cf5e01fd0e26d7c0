package org.infolinia.reports.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asterisk's unique ids and linked ids as numbers, so that a million calls fit into memory.
 *
 * <p>{@code 1718000000.7} is packed into one positive number that orders as the ids do, oldest first. Any other id, such
 * as one that begins with a system name, is kept as text and gets a negative number. The queue log and the CDR may be read
 * at the same time.
 */
public final class CallIds {

    /** Stands for {@code NONE}, {@code MANAGER} and the like: no call is meant. */
    public static final long NO_CALL = -1;

    /** No well-formed id stands there. */
    static final long MALFORMED = Long.MIN_VALUE;

    private static final int SEQUENCE_BITS = 30;
    private static final int MOST_SEQUENCE_DIGITS = 9;
    private static final int EPOCH_DIGITS = 10;
    private static final long MOST_EPOCH = (1L << 33) - 1;
    private static final int MOST_LENGTH = 150;

    private final Map<String, Long> keys = new ConcurrentHashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The number of the id that the bytes spell, or {@link #NO_CALL}, or {@link #MALFORMED}. */
    long key(byte[] bytes, int from, int to) {
        int length = to - from;
        int sequenceDigits = length - EPOCH_DIGITS - 1;
        if (sequenceDigits >= 1
                && sequenceDigits <= MOST_SEQUENCE_DIGITS
                && bytes[from + EPOCH_DIGITS] == '.'
                && bytes[from] != '0'
                && (bytes[from + EPOCH_DIGITS + 1] != '0' || sequenceDigits == 1)) {
            long epoch = Digits.parse(bytes, from, from + EPOCH_DIGITS);
            long sequence = Digits.parse(bytes, from + EPOCH_DIGITS + 1, to);
            if (epoch >= 0 && epoch <= MOST_EPOCH && sequence >= 0) {
                return epoch << SEQUENCE_BITS | sequence;
            }
        }
        return textKey(bytes, from, to);
    }

    /**
     * A hash of an id's number for tables of places: sequence numbers of the same minute lie side by side, eight to a cache
     * line; the lines lie scattered, for sequence numbers begin anew whenever Asterisk does.
     */
    public static int hash(long key) {
        long minute = key >>> SEQUENCE_BITS + 6;
        long eight = (key & (1L << SEQUENCE_BITS) - 1) >>> 3;
        long mixed = (minute << SEQUENCE_BITS - 3 | eight) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> 32 << 3 | key & 7);
    }

    /** The number of the id. */
    public long key(String id) {
        byte[] bytes = (id + "\0".repeat(Long.BYTES)).getBytes(StandardCharsets.US_ASCII);
        return key(bytes, 0, bytes.length - Long.BYTES);
    }

    private long textKey(byte[] bytes, int from, int to) {
        if (to <= from || to - from > MOST_LENGTH) {
            return MALFORMED;
        }
        for (int i = from; i < to; i++) {
            if (!belongsInId(bytes[i])) {
                return MALFORMED;
            }
        }
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        switch (text) {
            case "NONE", "MANAGER", "CLI", "REALTIME":
                return NO_CALL;
            default:
                Long known = keys.get(text);
                return known == null ? add(text) : known;
        }
    }

    private synchronized long add(String text) {
        return keys.computeIfAbsent(text, added -> {
            texts.add(added);
            return NO_CALL - texts.size();
        });
    }

    private static boolean belongsInId(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || ".-_:@/+".indexOf(b) >= 0;
    }

    /** The id as Asterisk spells it. */
    public String text(long key) {
        if (key >= 0) {
            return (key >> SEQUENCE_BITS) + "." + (key & (1L << SEQUENCE_BITS) - 1);
        }
        return key == NO_CALL ? "NONE" : added(key);
    }

    private synchronized String added(long key) {
        return texts.get((int) (NO_CALL - key) - 1);
    }

    /** When the channel was made that bears this id, whole seconds of the epoch; -1 where the id does not tell. */
    long madeAt(long key) {
        if (key >= 0) {
            return key >> SEQUENCE_BITS;
        }
        String text = text(key);
        int dot = text.lastIndexOf('.');
        int from = dot - EPOCH_DIGITS;
        return from < 0
                ? -1
                : Digits.parse(text.substring(from, dot).getBytes(StandardCharsets.US_ASCII), 0, EPOCH_DIGITS);
    }

    /** The one of two ids whose channel was made first; Asterisk too lets the oldest linked id win. */
    long older(long one, long other) {
        if (one >= 0 && other >= 0) {
            return Math.min(one, other);
        }
        int byTime = Long.compare(madeAt(one), madeAt(other));
        if (byTime != 0) {
            return byTime < 0 ? one : other;
        }
        return text(one).compareTo(text(other)) <= 0 ? one : other;
    }
}
