package org.infolinia.agi.asterisk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infolinia.hotline.Language;

/** Variables to be set on the channel, collected until the next command that matters takes them along. */
final class ChannelNotes {

    /** Recorded are calls with the first, without the second; underscores hand them on to the consultant's leg. */
    static final String TOLD = "__INFOLINIA_TOLD";

    static final String UNRECORDED = "__INFOLINIA_UNRECORDED";

    private final Map<String, String> unsent = new LinkedHashMap<>();
    private Optional<Language> language = Optional.empty();

    /** As it was noted last: what does not change is not said anew. */
    private Optional<Boolean> knownClosed = Optional.empty();

    void at(String node, boolean closed) {
        unsent.put("INFOLINIA_NODE", node);
        if (!knownClosed.equals(Optional.of(closed))) {
            knownClosed = Optional.of(closed);
            unsent.put("INFOLINIA_CLOSED", closed ? "1" : "0");
        }
    }

    void speak(Language chosen) {
        if (!language.equals(Optional.of(chosen))) {
            language = Optional.of(chosen);
            unsent.put("CHANNEL(language)", chosen.code());
        }
    }

    /** @throws IllegalStateException when none has been spoken yet */
    Language language() {
        return language.orElseThrow(() -> new IllegalStateException("no language has been spoken yet"));
    }

    /** Renews the dead man's handle: Asterisk takes the caller back after this time. */
    void handle(Duration time) {
        note("TIMEOUT(absolute)", Long.toString(time.toSeconds()));
    }

    void note(String variable, String value) {
        // To the end of the command, whatever was noted before: Asterisk sets them in this order.
        unsent.remove(variable);
        unsent.put(variable, value);
    }

    /** The application that sets all that was noted; forgets it. */
    String take() {
        String pairs = unsent.entrySet().stream()
                .map(note -> note.getKey() + "=" + safe(note.getValue()))
                .collect(Collectors.joining(","));
        unsent.clear();
        return "MSet \"" + pairs + "\"";
    }

    /**
     * The same as something to be put in front of an argument, for the application {@code Exec} to evaluate: it sets all
     * that was noted, in order, and gives an empty text; forgets it.
     */
    String takeInline() {
        if (unsent.isEmpty()) {
            return "";
        }
        String sets = unsent.entrySet().stream()
                .map(note -> "${SET(" + note.getKey() + "=" + safe(note.getValue()) + ")}")
                .collect(Collectors.joining());
        unsent.clear();
        return "${IF(0?" + sets + ":)}";
    }

    /** All values are ids, names and numbers; the dialplan's own signs have no place in them. */
    static String safe(String value) {
        if (!value.chars().allMatch(c -> Character.isLetterOrDigit(c) && c < 128 || "._-+*#".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("\"" + value + "\" does not fit into a channel variable");
        }
        return value;
    }
}
