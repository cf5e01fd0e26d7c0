package org.infolinia.agi.sound;

import java.time.Duration;
import java.util.Arrays;

/** Sound of one channel, in memory. */
public final class Waveform {

    private final int rate;
    private final float[] samples;

    /**
     * Takes the samples as they are, without a copy.
     *
     * @param rate    samples a second
     * @param samples 1 is full scale; a little more is possible until it is written
     * @throws IllegalArgumentException when the rate is no sound's
     */
    public Waveform(int rate, float[] samples) {
        if (rate < 1000 || rate > 400_000) {
            throw new IllegalArgumentException("sound of " + rate + " samples a second");
        }
        this.rate = rate;
        this.samples = samples;
    }

    public int rate() {
        return rate;
    }

    public float[] samples() {
        return samples;
    }

    /** To the millisecond, rounded up. */
    public Duration length() {
        return Duration.ofMillis((samples.length * 1000L + rate - 1) / rate);
    }

    /** The largest sample, whatever its sign; 0 for no sound. */
    public double peak() {
        double peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /**
     * A stretch of samples.
     *
     * @param from the first
     * @param to   the first behind it
     */
    record Part(int from, int to) {}

    Waveform part(int from, int to) {
        return new Waveform(rate, Arrays.copyOfRange(samples, from, to));
    }

    /** In decibels below full scale; {@link Double#NEGATIVE_INFINITY} for nothing. */
    static double decibels(double amplitude) {
        return 20 * Math.log10(amplitude);
    }

    static double amplitude(double decibels) {
        return Math.pow(10, decibels / 20);
    }
}
