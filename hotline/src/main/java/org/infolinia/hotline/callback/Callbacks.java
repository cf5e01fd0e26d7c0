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
        ALREADY_THERE,
        /** The number has been left {@link #MOST_A_DAY} times in a day: nobody is to be pestered in our name. */
        TOO_OFTEN,
        /** {@link #MOST_OPEN} wait already, more than anybody could call back. */
        TOO_MANY
    }

    /** How often one number may be left within 24 hours, whatever came of it. */
    int MOST_A_DAY = 3;

    /** How many may wait to be called; each holds a place in a queue. */
    int MOST_OPEN = 200;

    /** Enters it, unless its number waits to be called already or a limit is reached. */
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
     * @param consultant who took it
     * @return how the list has it from now on; empty where that consultant was trying none
     */
    Optional<ListedCallback> tried(
            String linkedId, String consultant, AttemptResult result, CallbackRules rules, Instant now);

    /**
     * Goes through those that are open, by linked id.
     *
     * @param after the one before; empty for the first
     * @return empty behind the last
     */
    Optional<ListedCallback> nextOpen(String after, Instant now);

    /**
     * Those that wait to be called, or are being called; the longest wait first. One whose consultant has been gone longer
     * than {@link #LONGEST_ATTEMPT} is open.
     */
    List<ListedCallback> waiting(int most, Instant now);

    /** The newest first. */
    List<ListedCallback> latest(int most, Instant now);
}
