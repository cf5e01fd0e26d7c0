package org.infolinia.hotline.ivr;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Language;

/**
 * The few things the interpreter asks of a caller's line. An adapter maps them to AGI commands; tests script a caller.
 *
 * <p>{@link #at} and {@link #speak} cost nothing of their own: an adapter sends what they noted along with the next
 * {@link #play} or {@link #ask}.
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

    /** Says announcements one after the other, to the end; keys pressed meanwhile are dropped. */
    void play(List<String> announcements) throws CallerHungUp;

    /**
     * Says announcements, then waits for one key; a key pressed while they are said cuts them short and counts.
     *
     * @param patience how long to wait after the last word; whole seconds
     * @return the key ({@code 0-9 * #}); empty when the caller stayed silent
     */
    Optional<Character> ask(List<String> announcements, Duration patience) throws CallerHungUp;
}
