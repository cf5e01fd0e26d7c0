package org.infolinia.agi.announcements;

import java.nio.file.Path;
import java.util.Optional;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.hotline.Language;

/**
 * One announcement in one language, where Asterisk looks for it.
 *
 * @param folder   that they are in
 * @param pair     where callers' sound belongs
 * @param name     as Asterisk knows it
 * @param language of the text
 * @param text     the words; empty where the hotline has none in this language
 */
record SoundFile(Path folder, SoundPair pair, String name, Language language, Optional<String> text) {

    static SoundFile of(Path sounds, String name, Language language, Optional<String> text) {
        Path ofLanguage = sounds.resolve(language.code());
        int slash = name.lastIndexOf('/');
        Path folder = slash < 0 ? ofLanguage : ofLanguage.resolve(name.substring(0, slash));
        return new SoundFile(folder, SoundPair.in(ofLanguage, name), name, language, text);
    }

    Path wav() {
        return pair.wav();
    }

    /** The note that says the sound is ours. */
    Path mark() {
        String file = wav().getFileName().toString();
        return wav().resolveSibling(file.substring(0, file.length() - ".wav".length()) + ".spoken");
    }
}
