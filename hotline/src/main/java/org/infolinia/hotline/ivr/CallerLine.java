package org.infolinia.hotline.ivr;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Language;

/**
 * The few things the interpreter asks of a caller's line. An adapter maps them to AGI commands; tests script a caller.
 *
 * <p>{@link #at}, {@link #speak}, {@link #keep}, {@link #knowsOfRecording} and {@link #declinesRecording} cost nothing of
 * their own: an adapter sends what they noted along with the next {@link #play}, {@link #ask} or {@link #askDigits}, or
 * with where the call goes.
 */
public interface CallerLine {

    /**
     * Notes where in the tree the caller is, so that a call which ends here can say so.
     *
     * @param node   id of the node
     * @param closed whether an hours branch has found the hotline closed on the way here
     */
    void at(String node, boolean closed);

    /** The language of all that is said from here on. */
    void speak(Language language);

    /** Notes that the caller has been told of the recording to the end; without this the call is not recorded. */
    void knowsOfRecording();

    /** Notes that the caller's conversations are not to be recorded, from here to the end of the call. */
    void declinesRecording();

    /**
     * Says announcements one after the other, to the end; keys pressed meanwhile are dropped.
     *
     * @return whether there was a sound for each of them
     */
    boolean play(List<String> announcements) throws CallerHungUp;

    /**
     * Says announcements, then waits for one key; a key pressed while they are said cuts them short and counts.
     *
     * @param announcements may be none
     * @param patience      how long to wait after the last word; whole seconds
     * @return the key ({@code 0-9 * #}); empty when the caller stayed silent
     */
    Optional<Character> ask(List<String> announcements, Duration patience) throws CallerHungUp;

    /**
     * Says announcements, then waits for several keys; one pressed while they are said cuts them short and counts.
     *
     * @param announcements may be none
     * @param patience      how long to wait after the last word, and after each key; whole seconds
     * @param most          the input ends with as many keys
     * @param finish        the input ends with this key, which is not part of it; {@code #} or {@code *}
     * @return the keys ({@code 0-9 * #}); empty when the caller stayed silent
     */
    Optional<String> askDigits(List<String> announcements, Duration patience, int most, char finish)
            throws CallerHungUp;

    /** Keeps digits the caller gave with the call, in place of earlier ones. */
    void keep(String digits);
}
