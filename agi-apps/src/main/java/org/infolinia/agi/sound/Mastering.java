package org.infolinia.agi.sound;

import java.util.Arrays;

/** What makes every announcement sound of a piece: no silence at its ends, one loudness, no peak too high. */
public final class Mastering {

    /**
     * EBU R128's own, in LUFS. On a telephone line that is 3 dB above what ITU-T G.100 takes as the usual level of speech,
     * so that an announcement is not drowned by the street, yet no louder than the consultant who follows.
     */
    public static final double LOUDNESS = -23;

    /** R128's highest peak, in decibels of full scale. */
    private static final double HIGHEST_PEAK = Waveform.amplitude(-1);

    /** Speech is what rises within this many decibels of the loudest window. */
    private static final double SPEECH_BELOW_LOUDEST = 35;

    private static final double WINDOW_SECONDS = 0.01;
    private static final double LEFT_BEFORE_SECONDS = 0.1;
    private static final double LEFT_AFTER_SECONDS = 0.25;
    private static final double LIMITER_SECONDS = 0.005;
    private static final double RECOVERY_SECONDS = 0.1;

    private Mastering() {}

    /** Silence at both ends cut to a breath. A sound of nothing but silence comes back as it is. */
    public static Waveform trimmed(Waveform sound) {
        Waveform.Part speech = speech(sound);
        return sound.part(
                Math.max(0, speech.from() - (int) (LEFT_BEFORE_SECONDS * sound.rate())),
                Math.min(sound.samples().length, speech.to() + (int) (LEFT_AFTER_SECONDS * sound.rate())));
    }

    /** From the first to the last that is not silence; all of it where nothing is. */
    static Waveform.Part speech(Waveform sound) {
        int window = Math.max(1, (int) (WINDOW_SECONDS * sound.rate()));
        double[] levels = levels(sound, window);
        double loudest = Arrays.stream(levels).max().orElse(0);
        double least = loudest * Waveform.amplitude(-SPEECH_BELOW_LOUDEST);
        int first = 0;
        int last = levels.length - 1;
        while (first < last && levels[first] < least) {
            first++;
        }
        while (last > first && levels[last] < least) {
            last--;
        }
        return new Waveform.Part(first * window, Math.min(sound.samples().length, (last + 1) * window));
    }

    /** Brought to {@link #LOUDNESS}; a peak that would be too high is turned down for the moment it lasts. */
    public static Waveform levelled(Waveform sound) {
        double loudness = LoudnessMeter.integrated(sound);
        if (Double.isInfinite(loudness)) {
            return sound;
        }
        double gain = Waveform.amplitude(LOUDNESS - loudness);
        float[] samples = new float[sound.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (sound.samples()[i] * gain);
        }
        limit(samples, sound.rate());
        return new Waveform(sound.rate(), samples);
    }

    /** Turns down from a few milliseconds before a peak and slowly up again behind it, so that nothing is heard of it. */
    private static void limit(float[] samples, int rate) {
        int ahead = Math.max(1, (int) (LIMITER_SECONDS * rate));
        double recovery = 1 / (RECOVERY_SECONDS * rate);
        double[] gains = new double[samples.length];
        double gain = 1;
        for (int i = 0; i < samples.length; i++) {
            gain = Math.min(allowed(samples[i]), Math.min(1, gain + recovery));
            gains[i] = gain;
        }
        gain = 1;
        for (int i = samples.length - 1; i >= 0; i--) {
            gain = Math.min(gains[i], gain + 1.0 / ahead);
            samples[i] *= (float) gain;
        }
    }

    private static double allowed(float sample) {
        double size = Math.abs(sample);
        return size > HIGHEST_PEAK ? HIGHEST_PEAK / size : 1;
    }

    private static double[] levels(Waveform sound, int window) {
        double[] levels = new double[(sound.samples().length + window - 1) / window];
        for (int i = 0; i < levels.length; i++) {
            double sum = 0;
            int to = Math.min(sound.samples().length, (i + 1) * window);
            for (int at = i * window; at < to; at++) {
                sum += sound.samples()[at] * sound.samples()[at];
            }
            levels[i] = Math.sqrt(sum / (to - i * window));
        }
        return levels;
    }
}
