package org.infolinia.agi.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One sound as Asterisk wants it: for telephones as all have them, and for those that hear more.
 *
 * <p>Asterisk takes the file that costs the least to bring to the call's codec: the first for A-law, the second for G.722.
 *
 * @param wav  8 kHz, ends in {@code .wav}
 * @param wide 16 kHz, ends in {@code .wav16}
 */
public record SoundPair(Path wav, Path wide) {

    /** @param name without ending */
    public static SoundPair in(Path folder, String name) {
        return new SoundPair(folder.resolve(name + ".wav"), folder.resolve(name + ".wav16"));
    }

    /** Writes both, trimmed, at one loudness. */
    public void write(Waveform narrow, Waveform wider) throws IOException {
        WavFile.write(Mastering.levelled(Mastering.trimmed(narrow)), wav);
        WavFile.write(Mastering.levelled(Mastering.trimmed(wider)), wide);
    }

    public void deleteIfExists() throws IOException {
        Files.deleteIfExists(wav);
        Files.deleteIfExists(wide);
    }
}
