package org.infolinia.agi.sound;

import java.util.Arrays;

/** Sounds whose every property is known. */
public final class Signals {

    private Signals() {}

    /** @param decibels of the peak, below full scale */
    public static Waveform sine(int rate, double hertz, double decibels, double seconds) {
        float[] samples = new float[(int) (rate * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (Math.pow(10, decibels / 20) * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Waveform(rate, samples);
    }

    public static Waveform joined(Waveform... parts) {
        float[] all = new float[0];
        for (Waveform part : parts) {
            int before = all.length;
            all = Arrays.copyOf(all, before + part.samples().length);
            System.arraycopy(part.samples(), 0, all, before, part.samples().length);
        }
        return new Waveform(parts[0].rate(), all);
    }

    public static Waveform silence(int rate, double seconds) {
        return new Waveform(rate, new float[(int) (rate * seconds)]);
    }

    /** Turned up, and cut off where the file ends. */
    public static Waveform overdriven(Waveform sound, double decibels) {
        float[] samples = sound.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.max(-1, Math.min(1, samples[i] * Math.pow(10, decibels / 20)));
        }
        return new Waveform(sound.rate(), samples);
    }
}
