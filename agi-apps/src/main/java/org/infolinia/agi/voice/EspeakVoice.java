package org.infolinia.agi.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.infolinia.agi.announcements.Voice;
import org.infolinia.agi.announcements.VoiceFailed;
import org.infolinia.hotline.Language;

/** Speaks by espeak-ng, made fit for the telephone by sox. */
public final class EspeakVoice implements Voice {

    /** Accents where a language has several; else espeak-ng knows a language by its ISO code. */
    private static final Map<String, String> ACCENTS = Map.of("en", "en-gb");

    /** Words a minute; espeak-ng's own 175 is hard to follow on the telephone. */
    private static final String SPEED = "150";

    /**
     * Telephone band without rumble and hiss, silence cut at both ends down to a breath, as loud as recordings are.
     */
    private static final List<String> EFFECTS = List.of(
            ("highpass 150 lowpass 3300 silence 1 0.02 0.3% reverse silence 1 0.02 0.3% reverse pad 0.1 0.25 norm -3")
                    .split(" "));

    private final String espeak;
    private final String sox;

    public EspeakVoice() {
        this("espeak-ng", "sox");
    }

    /**
     * @param espeak program, a path or a name to be found on the PATH
     * @param sox    likewise
     */
    EspeakVoice(String espeak, String sox) {
        this.espeak = espeak;
        this.sox = sox;
    }

    @Override
    public String manner() {
        return "espeak-ng " + SPEED + " | sox " + String.join(" ", EFFECTS);
    }

    @Override
    public void speak(String text, Language language, Path wav, Duration within) throws VoiceFailed {
        try {
            Path folder = Files.createTempDirectory("infolinia-voice");
            try {
                speak(text, language, wav, new BoundedPrograms(folder, within));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new VoiceFailed("it cannot be spoken for want of a folder for temporary files (" + e + ")");
        }
    }

    private void speak(String text, Language language, Path wav, BoundedPrograms programs)
            throws IOException, VoiceFailed {
        Path words = programs.folder().resolve("words.txt");
        Path raw = programs.folder().resolve("raw.wav");
        // espeak-ng takes [[...]] for phonemes; to us they are signs like others.
        Files.writeString(words, text.replace('[', ' ').replace(']', ' ').strip() + "\n");
        String accent = ACCENTS.getOrDefault(language.code(), language.code());
        programs.run(words, espeak, "-v", accent, "-s", SPEED, "-b", "1", "-w", raw.toString(), "--stdin");
        List<String> command = new ArrayList<>(
                List.of(sox, "-V1", raw.toString(), "-r", "8000", "-b", "16", "-c", "1", "-e", "signed"));
        command.add(wav.toAbsolutePath().toString());
        command.addAll(EFFECTS);
        programs.run(words, command.toArray(String[]::new));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
