package org.infolinia.agi.announcements;

import java.io.IOException;
import java.nio.file.Path;
import org.infolinia.agi.sound.RecordingRefused;
import org.infolinia.agi.sound.Waveform;

/** Something that reads the sound files people bring. */
public interface SoundDecoder {

    /**
     * What a file sounds like, in mono.
     *
     * @param original at the rate of the file, nothing done to it; to be checked
     * @param narrow   8 kHz
     * @param wide     16 kHz
     */
    record Decoded(Waveform original, Waveform narrow, Waveform wide) {}

    /**
     * Reads a file, at most a second more of it than a recording may last.
     *
     * @param file wav, mp3, ogg, flac or m4a, whatever its name says; or anything else, made by whomever
     * @throws RecordingRefused when it is none of these, or damaged
     * @throws IOException      when it cannot be read, or what is needed for it is not installed
     */
    Decoded decode(Path file) throws RecordingRefused, IOException;
}
