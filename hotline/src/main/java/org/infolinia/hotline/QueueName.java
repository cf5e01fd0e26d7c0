package org.infolinia.hotline;

import java.util.regex.Pattern;

/**
 * Name of a queue, spelled as in hotline.xml, queues.conf and the queue log.
 *
 * @param value 1 to 60 of {@code A-Z a-z 0-9 - _}: safe in a dialplan argument, a log line and a file name
 */
public record QueueName(String value) implements Comparable<QueueName> {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    /** @throws IllegalArgumentException when the name holds anything else */
    public QueueName {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("queue name \"" + value + "\": 1 to 60 letters, digits, - or _");
        }
    }

    @Override
    public int compareTo(QueueName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
