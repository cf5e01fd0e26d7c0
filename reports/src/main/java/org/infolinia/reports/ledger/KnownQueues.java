package org.infolinia.reports.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infolinia.hotline.QueueName;

/** The hotline's queues, each with its place in the list; lines of all others are set aside. */
public final class KnownQueues {

    /** Place of a line that names no queue: {@code NONE}. */
    public static final int NO_QUEUE = -1;

    /** Place of a queue that is not the hotline's. */
    static final int FOREIGN = -2;

    private static final byte[] NONE = "NONE".getBytes(StandardCharsets.US_ASCII);

    private final List<QueueName> names;
    private final byte[][] spellings;
    private int last;

    public KnownQueues(List<QueueName> names) {
        this.names = List.copyOf(names);
        List<byte[]> bytes = new ArrayList<>();
        names.forEach(name -> bytes.add(name.value().getBytes(StandardCharsets.US_ASCII)));
        this.spellings = bytes.toArray(byte[][]::new);
    }

    public List<QueueName> names() {
        return names;
    }

    int place(byte[] bytes, int from, int to) {
        // Lines of one queue come in bursts: the last one found is the best guess.
        if (last < spellings.length && spells(spellings[last], bytes, from, to)) {
            return last;
        }
        for (int i = 0; i < spellings.length; i++) {
            if (spells(spellings[i], bytes, from, to)) {
                last = i;
                return i;
            }
        }
        return spells(NONE, bytes, from, to) ? NO_QUEUE : FOREIGN;
    }

    private static boolean spells(byte[] name, byte[] bytes, int from, int to) {
        return name.length == to - from && Arrays.equals(name, 0, name.length, bytes, from, to);
    }
}
