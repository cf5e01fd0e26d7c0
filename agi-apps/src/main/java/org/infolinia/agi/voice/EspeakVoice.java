package org.infolinia.agi.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.infolinia.agi.announcements.Voice;
import org.infolinia.agi.announcements.VoiceFailed;
import org.infolinia.agi.sound.Mastering;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.agi.sound.WavFile;
import org.infolinia.hotline.Language;

/** Speaks by espeak-ng, made fit for the telephone by sox. */
public final class EspeakVoice implements Voice {

    /** Words a minute; espeak-ng's own 175 is hard to follow on the telephone. */
    private static final String SPEED = "160";

    /** What a telephone carries, without rumble and without hiss above it. */
    private static final List<String> NARROW = List.of("highpass", "150", "lowpass", "3400", "rate", "-h", "8000");

    private static final List<String> WIDE = List.of("highpass", "80", "lowpass", "7000", "rate", "-h", "16000");

    /** Room for both to ring over; the level is set when they are numbers. */
    private static final String HEADROOM = "-6";

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
        return "espeak-ng " + SPEED + " " + SpokenWords.MANNER + " | sox " + String.join(" ", NARROW) + ", "
                + String.join(" ", WIDE) + " | " + Mastering.LOUDNESS + " LUFS";
    }

    @Override
    public void speak(String text, Language language, SoundPair into, Duration within) throws VoiceFailed {
        try {
            Path folder = Files.createTempDirectory("infolinia-voice");
            try {
                speak(text, language, into, new BoundedPrograms(folder, within));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new VoiceFailed("it cannot be spoken for want of a folder for temporary files (" + e + ")");
        } catch (BoundedPrograms.Failed e) {
            throw new VoiceFailed(e.sentence());
        }
    }

    private void speak(String text, Language language, SoundPair into, BoundedPrograms programs)
            throws IOException, VoiceFailed, BoundedPrograms.Failed {
        Path words = programs.folder().resolve("words.xml");
        Path raw = programs.folder().resolve("raw.wav");
        SoundPair filtered = SoundPair.in(programs.folder(), "filtered");
        Files.writeString(words, SpokenWords.ssml(text, language) + "\n");
        programs.run(
                words,
                List.of(
                        espeak,
                        "-m",
                        "-v",
                        SpokenWords.accent(language),
                        "-s",
                        SPEED,
                        "-b",
                        "1",
                        "-w",
                        raw.toString(),
                        "--stdin"));
        filter(raw, filtered.wav(), NARROW, programs);
        filter(raw, filtered.wide(), WIDE, programs);
        try {
            into.write(WavFile.read(filtered.wav()), WavFile.read(filtered.wide()));
        } catch (WavFile.NotPlayable e) {
            throw new VoiceFailed("what came of it " + e.getMessage());
        }
    }

    private void filter(Path raw, Path filtered, List<String> effects, BoundedPrograms programs)
            throws IOException, BoundedPrograms.Failed {
        List<String> command = new ArrayList<>(List.of(sox, "-V1", raw.toString(), "-b", "16", "-c", "1"));
        command.addAll(List.of("-e", "signed", "-t", "wav", filtered.toString(), "gain", HEADROOM));
        command.addAll(effects);
        programs.run(raw, command);
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
