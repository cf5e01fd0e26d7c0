package org.infolinia.reports.ledger;

import java.util.Arrays;

/**
 * A map from call ids, or hashes of names, to numbers at 27 bytes an entry, for ids by the million.
 *
 * <p>Each key has a place, from 0 up to {@link #places}, which stays as long as none is put in.
 */
public final class LongMap {

    /** No key: {@link CallIds#MALFORMED} stands for no call. */
    private static final long FREE = CallIds.MALFORMED;

    private static final int FEWEST = 64;

    private long[] keys;
    private long[] values;
    private int size;

    public LongMap() {
        this(FEWEST);
    }

    /** @param places a power of two; in fewer than another map has, its keys would pile up if put in by their places */
    LongMap(int places) {
        keys = new long[places];
        values = new long[places];
        Arrays.fill(keys, FREE);
    }

    /** With room for so many keys; more are taken too. */
    static LongMap roomFor(int keys) {
        return new LongMap(Math.max(FEWEST, Integer.highestOneBit((int) (keys * 5L / 3)) * 2));
    }

    /** The value, or {@code absent}. */
    public long get(long key, long absent) {
        int slot = slot(key);
        return keys[slot] == FREE ? absent : values[slot];
    }

    public void put(long key, long value) {
        int slot = slotFor(key, value);
        values[slot] = value;
    }

    /** Puts the value where there is none, or a greater one. */
    void least(long key, long value) {
        int slot = slotFor(key, value);
        values[slot] = Math.min(values[slot], value);
    }

    private int slotFor(long key, long first) {
        int slot = slot(key);
        if (keys[slot] == FREE) {
            if (size * 5 >= keys.length * 3) {
                grow();
                slot = slot(key);
            }
            size++;
            keys[slot] = key;
            values[slot] = first;
        }
        return slot;
    }

    /** Where the key is, or would be. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = CallIds.hash(key) & mask;
        while (keys[slot] != key && keys[slot] != FREE) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[oldKeys.length * 2];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    int size() {
        return size;
    }

    /** More than the greatest place. */
    public int places() {
        return keys.length;
    }

    /** Place of the key; -1 where it has none. */
    public int place(long key) {
        int slot = slot(key);
        return keys[slot] == FREE ? -1 : slot;
    }

    /** Whether a key has that place. */
    public boolean isTaken(int place) {
        return keys[place] != FREE;
    }

    public long key(int place) {
        return keys[place];
    }

    public long value(int place) {
        return values[place];
    }

    /** All keys, in no order that means anything. */
    long[] keys() {
        long[] all = new long[size];
        int count = 0;
        for (long key : keys) {
            if (key != FREE) {
                all[count++] = key;
            }
        }
        return all;
    }
}
