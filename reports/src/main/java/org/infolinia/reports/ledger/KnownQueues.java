package org.infolinia.reports.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.infolinia.hotline.QueueName;

/** The hotline's queues, each with its place in the list; lines of all others are set aside. */
public final class KnownQueues {

    /** Place of a line that names no queue: {@code NONE}. */
    public static final int NO_QUEUE = -1;

    /** Place of a queue that is not the hotline's; on its way to be counted, less its row in {@link SetAside}. */
    static final int FOREIGN = -2;

    private static final Spelling NONE = new Spelling("NONE");

    private final List<QueueName> names;
    private final Spelling[] spellings;

    public KnownQueues(List<QueueName> names) {
        this.names = List.copyOf(names);
        this.spellings = names.stream().map(name -> new Spelling(name.value())).toArray(Spelling[]::new);
    }

    public List<QueueName> names() {
        return names;
    }

    int place(byte[] bytes, int from, int to) {
        for (int i = 0; i < spellings.length; i++) {
            if (spellings[i].isAt(bytes, from, to)) {
                return i;
            }
        }
        return NONE.isAt(bytes, from, to) ? NO_QUEUE : FOREIGN;
    }

    /** A name to compare bytes with: eight at once, the rest only where those are equal. */
    private static final class Spelling {

        private final byte[] name;
        private final long firstEight;

        Spelling(String name) {
            this.name = name.getBytes(StandardCharsets.US_ASCII);
            this.firstEight = Words.first(Arrays.copyOf(this.name, this.name.length + Long.BYTES), 0, this.name.length);
        }

        boolean isAt(byte[] bytes, int from, int to) {
            int length = to - from;
            return length == name.length
                    && Words.first(bytes, from, length) == firstEight
                    && (length <= Long.BYTES || Arrays.equals(name, 0, length, bytes, from, to));
        }
    }
}
