package org.infolinia.agi.announcements;

import java.time.Duration;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.hotline.Language;

/** Something that reads a text aloud into files. */
public interface Voice {

    /** How it speaks, in a few words; another manner is another sound, so that all is spoken anew. */
    String manner();

    /**
     * Speaks.
     *
     * @param text   plain words; no sign in them means anything but its sound
     * @param into   files to be made
     * @param within how long it may take
     * @throws VoiceFailed when no sound came of it; the files may exist in part then
     */
    void speak(String text, Language language, SoundPair into, Duration within) throws VoiceFailed;
}
