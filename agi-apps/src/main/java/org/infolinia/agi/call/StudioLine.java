package org.infolinia.agi.call;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerHungUp;

/** The few things a prompt studio asks of a telephone. */
public interface StudioLine {

    /** The language of all that is said from here on. */
    void speak(Language language);

    /** Says an announcement to the end. */
    void say(String announcement) throws CallerHungUp;

    /**
     * Says an announcement, then waits for one key; a key pressed meanwhile cuts it short and counts.
     *
     * @param patience how long to wait after the last word
     * @return the key ({@code 0-9 * #}); empty for silence
     */
    Optional<Character> ask(String announcement, Duration patience) throws CallerHungUp;

    /**
     * Says an announcement, then takes keys until {@code #}; a key pressed meanwhile cuts it short and counts. What is
     * typed is in Asterisk's answer to us and nowhere else, so that it may be a secret.
     *
     * @param patience how long to wait after the last word, and after each key
     * @return keys of {@code 0-9 *} without the {@code #}; empty when there were none
     */
    String type(String announcement, Duration patience, int most) throws CallerHungUp;

    /**
     * Records after a tone, until a key is pressed, nobody speaks for a while, or time is up.
     *
     * @param file   where to, without ending; a wav of 8 kHz is made
     * @return whether Asterisk could; where nobody said anything there may be no file
     */
    boolean record(Path file, Duration atMost) throws CallerHungUp;

    /**
     * Plays a file that is not among Asterisk's sounds.
     *
     * @param file   without ending
     * @param length how long it lasts
     */
    void play(Path file, Duration length) throws CallerHungUp;
}
