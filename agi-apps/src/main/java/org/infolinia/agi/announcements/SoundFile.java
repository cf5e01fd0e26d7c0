package org.infolinia.agi.announcements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.infolinia.hotline.Language;

/**
 * One announcement in one language, on disk.
 *
 * @param wav      where callers' sound belongs
 * @param name     as Asterisk knows it
 * @param language of the text
 * @param text     the words; empty where the hotline has none in this language
 */
record SoundFile(Path wav, String name, Language language, Optional<String> text) {

    /** What is to be done about a sound. */
    enum State {
        RECORDED,
        READY,
        STALE,
        MISSING
    }

    static SoundFile of(Path sounds, String name, Language language, Optional<String> text) {
        return new SoundFile(sounds.resolve(language.code()).resolve(name + ".wav"), name, language, text);
    }

    /** Reads the whole wav where we may have made it: only its content tells whether somebody has replaced it. */
    State state(Voice voice) throws IOException {
        if (!Files.exists(wav)) {
            return State.MISSING;
        }
        Optional<SpokenMark> mark = SpokenMark.read(mark());
        if (mark.isEmpty()) {
            return State.RECORDED;
        }
        String content = SpokenMark.hashOf(Files.readAllBytes(wav));
        if (!mark.get().isOurs(content)) {
            return State.RECORDED;
        }
        if (text.isEmpty()) {
            return State.READY;
        }
        boolean saysTheText =
                mark.get().sound().equals(content) && mark.get().text().equals(textHash(voice, text.get()));
        return saysTheText ? State.READY : State.STALE;
    }

    /**
     * Speaks the text into the file, at once or not at all.
     *
     * @throws VoiceFailed when there is no text, no voice, or no room
     */
    void speak(Voice voice, Duration within) throws VoiceFailed {
        String words = text.orElseThrow(() -> new VoiceFailed("hotline.xml has no text for it in " + language));
        // Hidden and of this process, so that neither Asterisk nor another program of ours takes it for a sound.
        String part = "." + wav.getFileName() + "." + ProcessHandle.current().pid();
        Path newWav = wav.resolveSibling(part + ".wav");
        Path newMark = wav.resolveSibling(part + ".spoken");
        try {
            Files.createDirectories(wav.getParent());
            try {
                voice.speak(words, language, newWav, within);
                String before = Files.exists(wav) ? SpokenMark.hashOf(Files.readAllBytes(wav)) : SpokenMark.NONE;
                String now = SpokenMark.hashOf(Files.readAllBytes(newWav));
                Files.write(newMark, new SpokenMark(textHash(voice, words), now, before).lines());
                // The note first: a crash between the two leaves a sound that is still known as ours.
                Files.move(newMark, mark(), StandardCopyOption.ATOMIC_MOVE);
                Files.move(newWav, wav, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(newWav);
                Files.deleteIfExists(newMark);
            }
        } catch (IOException e) {
            throw new VoiceFailed("it cannot be written to " + wav.getParent() + " (" + e + ")");
        }
    }

    private Path mark() {
        String file = wav.getFileName().toString();
        return wav.resolveSibling(file.substring(0, file.length() - ".wav".length()) + ".spoken");
    }

    private static String textHash(Voice voice, String words) {
        return SpokenMark.hashOf((voice.manner() + "\n" + words).getBytes(StandardCharsets.UTF_8));
    }
}
