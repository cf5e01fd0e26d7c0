package org.infolinia.agi.announcements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.infolinia.agi.sound.WavFile;
import org.infolinia.agi.sound.Waveform;

/** The time to think after a question, as sounds to be played behind it: Asterisk hears keys while it plays. */
public final class Silence {

    private static final String NAME = "infolinia/silence-";

    /** Powers of two, in seconds: any whole number below 64 is a sum of some of them. */
    private static final int KINDS = 6;

    private Silence() {}

    /**
     * Names of sounds which together last so long.
     *
     * @param time up to 63 s; what is below a second is left out
     */
    public static List<String> lasting(Duration time) {
        int seconds = Math.toIntExact(Math.min(time.toSeconds(), (1 << KINDS) - 1));
        return IntStream.range(0, KINDS)
                .map(kind -> 1 << kind)
                .filter(length -> (seconds & length) != 0)
                .mapToObj(length -> NAME + length)
                .toList();
    }

    /**
     * Makes those that are not there; the same for every language.
     *
     * @param sounds Asterisk's folder of sounds
     */
    public static void prepare(Path sounds) throws IOException {
        PublicFiles.folder(sounds.resolve("infolinia"));
        for (int kind = 0; kind < KINDS; kind++) {
            int length = 1 << kind;
            Path wav = sounds.resolve(NAME + length + ".wav");
            if (Files.notExists(wav)) {
                Path part = wav.resolveSibling(PublicFiles.nameOfPart(wav));
                WavFile.write(new Waveform(WavFile.TELEPHONE, new float[length * WavFile.TELEPHONE]), part);
                PublicFiles.settle(part, wav);
            }
        }
    }
}
