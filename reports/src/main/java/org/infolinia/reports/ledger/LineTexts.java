package org.infolinia.reports.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What lines say in words, for those who tell calls apart and do not only count them.
 *
 * <p>Noted where the lines are read, asked where they are folded: on another thread.
 */
public final class LineTexts {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 80;

    private final Map<Long, String> consultants = new ConcurrentHashMap<>();
    private final Map<Key, String> texts = new ConcurrentHashMap<>();

    private record Key(QueueEvent event, long call, long at, long consultant) {}

    void note(QueueLogLine line, LineScanner scanner) {
        switch (line.event) {
            case CONNECT -> note(new Key(line.event, line.call, line.at, line.consultant), scanner, 1);
            case ENTERQUEUE -> note(new Key(line.event, line.call, 0, 0), scanner, 1);
            case CLOSED, CALLBACK -> note(new Key(line.event, line.call, 0, 0), scanner, 0);
            default -> {
                // The rest says nothing that is asked for.
            }
        }
        consultants.computeIfAbsent(line.consultant, unknown -> QueueLogLine.consultantShown(scanner, LONGEST_NAME));
    }

    private void note(Key key, LineScanner scanner, int column) {
        String text = QueueLogLine.data(scanner, column, LONGEST_TEXT);
        if (!text.isBlank()) {
            texts.putIfAbsent(key, text);
        }
    }

    /** The name that the number stands for, as far as it can be printed. */
    public String consultant(long number) {
        return consultants.getOrDefault(number, "");
    }

    /**
     * The text of a call's first line of that event, as far as it can be printed: ENTERQUEUE the caller's number, CLOSED
     * the number dialled, CALLBACK the linked id of the call it was asked for in.
     */
    public Optional<String> of(QueueEvent event, long call) {
        return Optional.ofNullable(texts.get(new Key(event, call, 0, 0)));
    }

    /** The same of one line: CONNECT the unique id of the consultant's channel. */
    public Optional<String> of(QueueEvent event, long call, long at, long consultant) {
        return Optional.ofNullable(texts.get(new Key(event, call, at, consultant)));
    }

    /** As far as it can be printed. */
    static String printable(byte[] bytes, int from, int to, int longest) {
        StringBuilder shown = new StringBuilder();
        new String(bytes, from, Math.min(to - from, longest), StandardCharsets.UTF_8)
                .codePoints()
                .forEach(c -> shown.appendCodePoint(
                        !Character.isDefined(c)
                                        || Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE
                                ? '?'
                                : c));
        return shown.toString();
    }
}
