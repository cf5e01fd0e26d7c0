package org.infolinia.agi.sound;

import java.util.Arrays;

/**
 * How loud a sound is to people: integrated loudness of one channel by ITU-R BS.1770-4, as EBU R128 uses it.
 *
 * <p>The sound passes the K filter (a shelf for the head, a high-pass for low rumble); its power is taken in blocks of
 * 400 ms, three quarters of each overlapping the next; blocks below -70 LUFS are left out, then those more than 10 LU
 * below the mean of the rest; the result is the mean of what is left. So pauses do not make a speaker quieter.
 *
 * <p>The standard gives the filter's coefficients at 48 kHz alone. They are a bilinear transform of the analogue filters
 * below (their corner, gain and Q as De Man worked them out, and as libebur128 uses them), so that other rates are the same
 * filter. At 8 kHz the result is within 0.5 LU of that at 48 kHz for speech in the telephone band.
 */
public final class LoudnessMeter {

    private static final double BLOCK_SECONDS = 0.4;
    private static final int STEPS_IN_BLOCK = 4;
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;

    private LoudnessMeter() {}

    /**
     * In LUFS: a sine of 997 Hz at full scale has -3.01. A sound shorter than a block is taken as one.
     *
     * @return {@link Double#NEGATIVE_INFINITY} where nothing is loud enough to be counted
     */
    public static double integrated(Waveform sound) {
        double[] powers = blockPowers(weighted(sound), sound.rate());
        double mean = meanAbove(powers, power(ABSOLUTE_GATE));
        return loudness(meanAbove(powers, Math.max(power(ABSOLUTE_GATE), mean * Math.pow(10, RELATIVE_GATE / 10))));
    }

    private static double[] weighted(Waveform sound) {
        double[] samples = new double[sound.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sound.samples()[i];
        }
        shelf(sound.rate()).apply(samples);
        highPass(sound.rate()).apply(samples);
        return samples;
    }

    private static double[] blockPowers(double[] samples, int rate) {
        int block = (int) Math.round(BLOCK_SECONDS * rate);
        if (samples.length <= block) {
            return new double[] {meanSquare(samples, 0, samples.length)};
        }
        int step = block / STEPS_IN_BLOCK;
        double[] powers = new double[(samples.length - block) / step + 1];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = meanSquare(samples, i * step, i * step + block);
        }
        return powers;
    }

    private static double meanSquare(double[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += samples[i] * samples[i];
        }
        return to > from ? sum / (to - from) : 0;
    }

    private static double meanAbove(double[] powers, double gate) {
        return Arrays.stream(powers).filter(power -> power > gate).average().orElse(0);
    }

    private static double loudness(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    private static double power(double loudness) {
        return Math.pow(10, (loudness + 0.691) / 10);
    }

    private static Biquad shelf(int rate) {
        double k = Math.tan(Math.PI * 1681.974450955533 / rate);
        double q = 0.7071752369554196;
        double high = Math.pow(10, 3.999843853973347 / 20);
        double band = Math.pow(high, 0.4996667741545416);
        double a0 = 1 + k / q + k * k;
        return new Biquad(
                (high + band * k / q + k * k) / a0,
                2 * (k * k - high) / a0,
                (high - band * k / q + k * k) / a0,
                2 * (k * k - 1) / a0,
                (1 - k / q + k * k) / a0);
    }

    private static Biquad highPass(int rate) {
        double k = Math.tan(Math.PI * 38.13547087602444 / rate);
        double q = 0.5003270373238773;
        double a0 = 1 + k / q + k * k;
        return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
    }

    /** A filter of second order; {@code a0} is 1. */
    private record Biquad(double b0, double b1, double b2, double a1, double a2) {

        void apply(double[] samples) {
            double first = 0;
            double second = 0;
            for (int i = 0; i < samples.length; i++) {
                double in = samples[i];
                double out = b0 * in + first;
                first = b1 * in - a1 * out + second;
                second = b2 * in - a2 * out;
                samples[i] = out;
            }
        }
    }
}
