package org.infolinia.hotline.ivr;

import java.time.Duration;
import java.util.HashSet;
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
     * Where a caller goes who presses no key; empty where the tree ends.
     *
     * @param open whether the hotline is open; one call finds it so, or not, from beginning to end
     */
    Optional<String> withoutKeys(boolean open);

    /** All targets a caller could go to, by keys or without. */
    default Set<String> targets(boolean open) {
        return withoutKeys(open).map(Set::of).orElse(Set.of());
    }

    /**
     * Says something and goes on.
     *
     * @param say  announcement ids, at least one
     * @param then target
     */
    record Announce(String id, List<String> say, String then) implements IvrNode {
        public Announce {
            say = List.copyOf(say);
        }

        @Override
        public Optional<String> withoutKeys(boolean open) {
            return Optional.of(then);
        }
    }

    /**
     * Asks for a key.
     *
     * @param say      announcement ids, at least one; said again with each further try
     * @param keys     target by key ({@code 0-9 * #})
     * @param patience how long to wait for a key after the last word
     * @param tries    how often the menu is said in all before {@code otherwise}; 1 or more
     * @param invalid  announcement said before another try when a key has no target
     * @param silence  announcement said before another try when no key came
     * @param otherwise target when all tries are used up
     */
    record Menu(
            String id,
            List<String> say,
            Map<Character, String> keys,
            Duration patience,
            int tries,
            Optional<String> invalid,
            Optional<String> silence,
            String otherwise)
            implements IvrNode {
        public Menu {
            say = List.copyOf(say);
            keys = Map.copyOf(keys);
        }

        @Override
        public Optional<String> withoutKeys(boolean open) {
            return Optional.of(otherwise);
        }

        @Override
        public Set<String> targets(boolean open) {
            Set<String> targets = new HashSet<>(keys.values());
            targets.add(otherwise);
            return targets;
        }
    }

    /** Branches by the calendar: {@code open} in opening hours, {@code closed} outside them. */
    record Hours(String id, String open, String closed) implements IvrNode {
        @Override
        public Optional<String> withoutKeys(boolean open) {
            return Optional.of(open ? this.open : closed);
        }
    }

    /** Speaks another language from here on. */
    record Speak(String id, Language language, String then) implements IvrNode {
        @Override
        public Optional<String> withoutKeys(boolean open) {
            return Optional.of(then);
        }
    }

    /** Goes on elsewhere. */
    record GoTo(String id, String target) implements IvrNode {
        @Override
        public Optional<String> withoutKeys(boolean open) {
            return Optional.of(target);
        }
    }

    /** Sends the caller to a queue. */
    record ToQueue(String id, QueueName queue) implements IvrNode {
        @Override
        public Optional<String> withoutKeys(boolean open) {
            return Optional.empty();
        }
    }

    /** Ends the call. */
    record End(String id) implements IvrNode {
        @Override
        public Optional<String> withoutKeys(boolean open) {
            return Optional.empty();
        }
    }
}
