package org.infolinia.agi.announcements;

import java.nio.file.Path;
import java.time.Duration;
import org.infolinia.hotline.Language;

/** Something that reads a text aloud into a file. */
public interface Voice {

    /** How it speaks, in a few words; another manner is another sound, so that all is spoken anew. */
    String manner();

    /**
     * Speaks.
     *
     * @param text   plain words; no sign in them means anything but its sound
     * @param wav    file to be made: 8 kHz, 16 bit, mono
     * @param within how long it may take
     * @throws VoiceFailed when no sound came of it; the file may exist in part then
     */
    void speak(String text, Language language, Path wav, Duration within) throws VoiceFailed;
}
