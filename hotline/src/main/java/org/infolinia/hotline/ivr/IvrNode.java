package org.infolinia.hotline.ivr;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;

/** One place in the IVR tree. A target is the id of another node. */
public sealed interface IvrNode {

    /** Its name in hotline.xml, in the log and in {@code LEFTIVR} lines; {@code a-z 0-9 -}, at most 60. */
    String id();

    /**
     * Where a caller goes who presses no key; empty where the tree lets go of the call, and where a subtree is entered
     * or left, which is for {@link IvrTree} to say.
     */
    default Optional<String> withoutKeys(Circumstances circumstances) {
        return Optional.empty();
    }

    /** All targets a caller could go to in this visit, by keys or without. */
    default Set<String> targets(Circumstances circumstances) {
        return withoutKeys(circumstances).map(Set::of).orElse(Set.of());
    }

    /** Target at which the call goes on in a later visit, should it come back. */
    default Optional<String> later() {
        return Optional.empty();
    }

    /** Whether a caller who comes here will talk to one of our consultants. */
    default boolean leadsToConversation() {
        return false;
    }

    /**
     * Says something and goes on.
     *
     * @param say     announcement ids, at least one
     * @param bargeIn whether a key of the menu or question that comes next cuts it short; otherwise it is said to its end
     * @param then    target
     */
    record Announce(String id, List<String> say, boolean bargeIn, String then) implements IvrNode {
        public Announce {
            say = List.copyOf(say);
        }

        /** To the end. */
        public Announce(String id, List<String> say, String then) {
            this(id, say, false, then);
        }

        @Override
        public Optional<String> withoutKeys(Circumstances circumstances) {
            return Optional.of(then);
        }
    }

    /**
     * Asks for one key.
     *
     * @param keys      target by key ({@code 0-9 * #}), in the order of the file
     * @param repeat    key that has the menu said again, without using up a try
     * @param back      key that leads back to the menu or question before; the menu is said again where there is none
     * @param otherwise target when all tries are used up
     */
    record Menu(
            String id,
            Question question,
            Map<Character, String> keys,
            Optional<Character> repeat,
            Optional<Character> back,
            String otherwise)
            implements IvrNode {
        public Menu {
            // LinkedHashMap, not Map.copyOf: drawings keep the coordinator's own order.
            keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        @Override
        public Optional<String> withoutKeys(Circumstances circumstances) {
            return Optional.of(otherwise);
        }

        @Override
        public Set<String> targets(Circumstances circumstances) {
            Set<String> targets = new LinkedHashSet<>(keys.values());
            targets.add(otherwise);
            return targets;
        }
    }

    /**
     * Asks for digits, which are kept with the call.
     *
     * @param least     how many digits are wanted at least
     * @param most      how many at most; the caller need not press {@code finish} after as many
     * @param pattern   what they have to look like
     * @param finish    key that ends the input: {@code #} or {@code *}; it is not one of the digits
     * @param then      target once digits were given that fit
     * @param otherwise target when all tries are used up
     */
    record Ask(
            String id,
            Question question,
            int least,
            int most,
            Optional<DigitPattern> pattern,
            char finish,
            String then,
            String otherwise)
            implements IvrNode {

        @Override
        public Optional<String> withoutKeys(Circumstances circumstances) {
            return Optional.of(otherwise);
        }

        @Override
        public Set<String> targets(Circumstances circumstances) {
            return new LinkedHashSet<>(List.of(then, otherwise));
        }

        /** Whether these digits are what was asked for. */
        boolean accepts(String digits) {
            return digits.length() >= least
                    && digits.length() <= most
                    && pattern.map(one -> one.matches(digits)).orElse(true);
        }
    }

    /**
     * Branches by a calendar: {@code open} at times that are in it, {@code closed} at others.
     *
     * @param timetable one of the tree's; empty: the hotline's own hours, and a call that finds them closed counts so
     */
    record Hours(String id, Optional<String> timetable, String open, String closed) implements IvrNode {

        /** By the hotline's own hours. */
        public Hours(String id, String open, String closed) {
            this(id, Optional.empty(), open, closed);
        }

        boolean isOpen(Circumstances circumstances) {
            return timetable.map(circumstances.timetables()::contains).orElse(circumstances.open());
        }

        @Override
        public Optional<String> withoutKeys(Circumstances circumstances) {
            return Optional.of(isOpen(circumstances) ? open : closed);
        }
    }

    /**
     * Branches by the number dialled.
     *
     * @param numbers   target by number, in the order of the file; the first that is meant counts
     * @param otherwise target of all other numbers
     */
    record Dialled(String id, Map<DialledNumber, String> numbers, String otherwise) implements IvrNode {
        public Dialled {
            numbers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        }

        /** The number of this node that was dialled. */
        Optional<DialledNumber> meant(Circumstances circumstances) {
            return numbers.keySet().stream()
                    .filter(number -> number.isMeantBy(circumstances.dialled()))
                    .findFirst();
        }

        @Override
        public Optional<String> withoutKeys(Circumstances circumstances) {
            return Optional.of(meant(circumstances)
                    .map(number -> numbers.getOrDefault(number, otherwise))
                    .orElse(otherwise));
        }
    }

    /** Speaks another language from here on. */
    record Speak(String id, Language language, String then) implements IvrNode {
        @Override
        public Optional<String> withoutKeys(Circumstances circumstances) {
            return Optional.of(then);
        }
    }

    /** Goes on elsewhere. */
    record GoTo(String id, String target) implements IvrNode {
        @Override
        public Optional<String> withoutKeys(Circumstances circumstances) {
            return Optional.of(target);
        }
    }

    /**
     * Walks a subtree, then goes on.
     *
     * @param subtree id of the subtree
     * @param then    target once the subtree has come to a {@link Return}
     */
    record Call(String id, String subtree, String then) implements IvrNode {}

    /** Goes back from a subtree to where it was called. */
    record Return(String id) implements IvrNode {}

    /**
     * Sends the caller to a queue.
     *
     * @param priority    callers of a higher one are served before those of a lower; 0 unless the node says otherwise
     * @param longestWait how long to wait there; empty: as long as the queue's own rules say
     * @param then        target when nobody answered in time or the queue did not let the caller in; empty: as the
     *                    queue's own rules say
     */
    record ToQueue(String id, QueueName queue, int priority, Optional<Duration> longestWait, Optional<String> then)
            implements IvrNode {

        /** As the queue's own rules say. */
        public ToQueue(String id, QueueName queue) {
            this(id, queue, 0, Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<String> later() {
            return then;
        }

        @Override
        public boolean leadsToConversation() {
            return true;
        }
    }

    /** Takes a request for a call back, to be served from that queue. */
    record CallBack(String id, QueueName queue) implements IvrNode {
        @Override
        public boolean leadsToConversation() {
            return true;
        }
    }

    /** Keeps the call from being recorded from here on, at the caller's wish; it goes on like any other. */
    record Unrecorded(String id, String then) implements IvrNode {
        @Override
        public Optional<String> withoutKeys(Circumstances circumstances) {
            return Optional.of(then);
        }
    }

    /**
     * Puts the caller through to a number outside.
     *
     * @param number {@code + 0-9}
     */
    record Transfer(String id, String number) implements IvrNode {}

    /**
     * Ends the call.
     *
     * @param say announcement ids, said before; may be none
     */
    record End(String id, List<String> say) implements IvrNode {
        public End {
            say = List.copyOf(say);
        }

        /** Without a word. */
        public End(String id) {
            this(id, List.of());
        }
    }
}
