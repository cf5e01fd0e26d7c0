package org.infolinia.agi.announcements;

import java.time.Duration;
import java.time.Instant;
import org.infolinia.hotline.Texts;

/**
 * One recording that was made of an announcement in one language.
 *
 * @param number from 1 on, in the order they came
 * @param at     when it came
 * @param by     who brought it
 * @param source where from: the file's name, {@code studio}, or {@code by hand} for one that was put in place
 * @param text   the words it was made for: what hotline.xml said when it came
 * @param length of the 8 kHz file; 0 for one that Asterisk cannot play
 * @param sound  SHA-256 of the 8 kHz file
 * @param wide   SHA-256 of the 16 kHz file; {@code -} where there is none
 */
public record RecordingVersion(
        int number, Instant at, String by, String source, String text, Duration length, String sound, String wide) {

    /** Whether it says those words, however they are broken into lines. */
    public boolean says(String words) {
        return Texts.inOneLine(text).equals(Texts.inOneLine(words));
    }
}
