package org.infolinia.agi.sound;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What a recording has to be like before callers may hear it. */
public final class RecordingCheck {

    public static final Duration SHORTEST = Duration.ofMillis(300);
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /** In LUFS; a whisper into a telephone is louder. */
    private static final double QUIETEST = -50;

    /** A-law's loudest is 0.984 of full scale: overdriven on the way, it is flat there. */
    private static final double FULL = 0.98;

    /** Neighbours no further apart than this are one flat top; the top of a wave that just reaches full scale is not. */
    private static final double FLAT = 8.0 / 32768;

    private static final int SHORTEST_TOP = 3;
    private static final double MOST_CLIPPED = 0.002;

    private RecordingCheck() {}

    /** @param sound as it came, before anything was done to it; nothing of it is to be resampled either */
    public static Optional<RecordingRefused> refusal(Waveform sound) {
        Duration length = sound.length();
        if (length.compareTo(LONGEST) > 0) {
            return refused(
                    RecordingRefused.Fault.TOO_LONG,
                    "is longer than %d s: callers do not listen so long, shorten it",
                    LONGEST.toSeconds());
        }
        double loudness = LoudnessMeter.integrated(sound);
        if (loudness < QUIETEST) {
            return refused(
                    RecordingRefused.Fault.SILENT,
                    sound.peak() == 0
                            ? "is silent: record it again, with the microphone on"
                            : "is silent or nearly so (%.0f LUFS, %.0f or more are needed): speak closer to the microphone",
                    loudness,
                    QUIETEST);
        }
        Waveform.Part heard = Mastering.speech(sound);
        Duration speech = sound.part(heard.from(), heard.to()).length();
        if (speech.compareTo(SHORTEST) < 0) {
            return refused(
                    RecordingRefused.Fault.TOO_SHORT,
                    "holds %.2f s of sound, %.1f s or more are needed: record the whole sentence",
                    seconds(speech),
                    seconds(SHORTEST));
        }
        double clipped = clippedShare(sound);
        if (clipped > MOST_CLIPPED) {
            return refused(
                    RecordingRefused.Fault.CLIPPED,
                    "is clipped: %.1f %% of it is cut off at the loudest the file can hold, %.1f %% may be; record it again"
                            + " further from the microphone or with less gain",
                    clipped * 100,
                    MOST_CLIPPED * 100);
        }
        return Optional.empty();
    }

    /** Share of the samples that are part of a flat top at full scale. */
    static double clippedShare(Waveform sound) {
        float[] samples = sound.samples();
        int clipped = 0;
        int top = 0;
        for (int i = 0; i < samples.length; i++) {
            boolean full = Math.abs(samples[i]) >= FULL;
            top = full && top > 0 && Math.abs(samples[i] - samples[i - 1]) <= FLAT ? top + 1 : full ? 1 : 0;
            if (top == SHORTEST_TOP) {
                clipped += SHORTEST_TOP;
            } else if (top > SHORTEST_TOP) {
                clipped++;
            }
        }
        return samples.length == 0 ? 0 : (double) clipped / samples.length;
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }

    private static Optional<RecordingRefused> refused(
            RecordingRefused.Fault fault, String sentence, Object... numbers) {
        return Optional.of(new RecordingRefused(fault, String.format(Locale.ROOT, sentence, numbers)));
    }
}
