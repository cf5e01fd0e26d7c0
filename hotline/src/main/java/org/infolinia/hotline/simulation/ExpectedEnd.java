package org.infolinia.hotline.simulation;

import java.util.Locale;
import java.util.Map;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;
import org.infolinia.hotline.ivr.Destination;

/**
 * Where a call ends up, in the words of an expectation.
 *
 * @param name the queue, or the number; empty where there is none to name
 */
record ExpectedEnd(Kind kind, String name) {

    /** How a call can end. */
    enum Kind {
        QUEUE("queue", "kolejka", true),
        CALL_BACK("callback", "oddzwonienie", true),
        TRANSFER("transfer", "przekazanie", true),
        CLOSED("closed", "nieczynne", false),
        END("end", "koniec", false);

        private final String english;
        private final String polish;
        private final boolean named;

        Kind(String english, String polish, boolean named) {
            this.english = english;
            this.polish = polish;
            this.named = named;
        }
    }

    static ExpectedEnd of(Destination destination) {
        if (destination instanceof Destination.Queued to) {
            return new ExpectedEnd(Kind.QUEUE, to.queue().value());
        }
        if (destination instanceof Destination.CalledBack to) {
            return new ExpectedEnd(Kind.CALL_BACK, to.queue().value());
        }
        if (destination instanceof Destination.Transferred to) {
            return new ExpectedEnd(Kind.TRANSFER, to.number());
        }
        boolean closed = destination instanceof Destination.Ended ended && ended.closed();
        return new ExpectedEnd(closed ? Kind.CLOSED : Kind.END, "");
    }

    static ExpectedEnd parse(String text) throws Expectation.NotUnderstood {
        String[] words = text.split("\\s+");
        for (Kind kind : Kind.values()) {
            String word = words[0].toLowerCase(Locale.ROOT);
            if ((word.equals(kind.english) || word.equals(kind.polish)) && words.length == (kind.named ? 2 : 1)) {
                return new ExpectedEnd(kind, kind.named ? words[1] : "");
            }
        }
        throw new Expectation.NotUnderstood(Remark.NO_END.of(text));
    }

    /** Where a call ended instead; with a hint where the coordinator mistyped the queue. */
    Texts missedBy(ExpectedEnd end, Hotline hotline) {
        boolean isQueue = kind == Kind.QUEUE || kind == Kind.CALL_BACK;
        boolean known =
                hotline.queues().stream().anyMatch(queue -> queue.name().value().equals(name));
        return isQueue && !known
                ? Remark.OTHER_END_UNKNOWN.of(end.words(), words(), name)
                : Remark.OTHER_END.of(end.words(), words());
    }

    private Texts words() {
        return new Texts(Map.of(new Language("pl"), with(kind.polish), new Language("en"), with(kind.english)));
    }

    private String with(String word) {
        return name.isEmpty() ? word : word + " " + name;
    }
}
