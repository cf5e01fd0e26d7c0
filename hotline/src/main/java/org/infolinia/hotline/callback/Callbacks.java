package org.infolinia.hotline.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The list of call-backs. What a method changes is durable when it returns. */
public interface Callbacks {

    /** After this a consultant who took one is believed to be gone, with Asterisk or their telephone. */
    Duration LONGEST_ATTEMPT = Duration.ofHours(4);

    /** What became of a wish. */
    enum Kept {
        /** It is in the list, be it from an earlier try of the same call. */
        KEPT,
        /** The number is in the list already, by an earlier call. */
        ALREADY_THERE
    }

    /** Enters it, unless its number waits to be called already. */
    Kept keep(Callback callback);

    /**
     * Takes one for a consultant: no other gets it until {@link #tried}.
     *
     * @return empty where it is not open any more
     */
    Optional<Callback> take(String linkedId, String consultant, Instant now);

    /** Takes the one whose caller has waited longest, of those that may be called now; empty where there is none. */
    Optional<Callback> takeOldest(String consultant, Instant now);

    /**
     * Ends an attempt.
     *
     * @return how the list has it from now on; empty where no attempt was in progress
     */
    Optional<ListedCallback> tried(String linkedId, AttemptResult result, CallbackRules rules, Instant now);

    /** The newest first. */
    List<ListedCallback> latest(int most, Instant now);
}
