package org.infolinia.acceptance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.infolinia.launcher.phone.Alaw;

/** Sound at 8 kHz, to be asked what is in it. */
final class Sound {

    private static final int RATE = 8000;

    private final double[] samples;

    private Sound(double[] samples) {
        this.samples = samples;
    }

    static Sound ofAlaw(byte[] coded) {
        double[] samples = new double[coded.length];
        for (int i = 0; i < coded.length; i++) {
            samples[i] = Alaw.decode(coded[i]);
        }
        return new Sound(samples);
    }

    static Sound ofWav(Path file) {
        try (AudioInputStream in =
                AudioSystem.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            double[] samples = new double[bytes.remaining() / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bytes.getShort();
            }
            return new Sound(samples);
        } catch (UnsupportedAudioFileException | IOException e) {
            throw new UncheckedIOException(new IOException("reading " + file, e));
        }
    }

    double seconds() {
        return (double) samples.length / RATE;
    }

    /** How long nothing at all is in it, in whole tenths of a second. */
    double silentSeconds() {
        int tenth = RATE / 10;
        int tenths = 0;
        for (int at = 0; at + tenth <= samples.length; at += tenth) {
            if (power(samples, at, tenth) == 0) {
                tenths++;
            }
        }
        return tenths / 10.0;
    }

    /** Share of the sound's power that is at one frequency (Goertzel), 0 to 1. */
    double shareAt(int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double before = 0;
        double twoBefore = 0;
        double power = 0;
        for (double sample : samples) {
            double now = sample + coefficient * before - twoBefore;
            twoBefore = before;
            before = now;
            power += sample * sample;
        }
        double atFrequency = before * before + twoBefore * twoBefore - coefficient * before * twoBefore;
        return power == 0 ? 0 : 2 * atFrequency / (power * samples.length);
    }

    /** Its whole seconds, one by one. */
    List<Sound> eachSecond() {
        return IntStream.range(0, samples.length / RATE)
                .mapToObj(second -> new Sound(Arrays.copyOfRange(samples, second * RATE, (second + 1) * RATE)))
                .toList();
    }

    /** How long this frequency makes up most of the sound, in whole tenths of a second. */
    double secondsOf(int hertz) {
        int tenth = RATE / 10;
        int tenths = 0;
        for (int at = 0; at + tenth <= samples.length; at += tenth) {
            if (new Sound(Arrays.copyOfRange(samples, at, at + tenth)).shareAt(hertz) > 0.7) {
                tenths++;
            }
        }
        return tenths / 10.0;
    }

    /** The greatest share of the power that one frequency has in any tenth of a second, 0 to 1. */
    double strongestShareAt(int hertz) {
        int tenth = RATE / 10;
        double strongest = 0;
        for (int at = 0; at + tenth <= samples.length; at += tenth) {
            strongest = Math.max(strongest, new Sound(Arrays.copyOfRange(samples, at, at + tenth)).shareAt(hertz));
        }
        return strongest;
    }

    /** Where this frequency first makes up most of the sound, in whole tenths of a second; the sound's end where it does not. */
    double firstSecondOf(int hertz) {
        int tenth = RATE / 10;
        int at = 0;
        while (at + tenth <= samples.length
                && new Sound(Arrays.copyOfRange(samples, at, at + tenth)).shareAt(hertz) <= 0.7) {
            at += tenth;
        }
        return (double) at / RATE;
    }

    /** How well the loudest half second of another sound is found somewhere in this one, 0 to 1. */
    double likeness(Sound other) {
        double[] sought = other.loudest(RATE / 2);
        double best = 0;
        double soughtPower = power(sought, 0, sought.length);
        double window = power(samples, 0, Math.min(sought.length, samples.length));
        for (int at = 0; at + sought.length < samples.length; at++) {
            double product = 0;
            for (int i = 0; i < sought.length; i++) {
                product += samples[at + i] * sought[i];
            }
            if (window > 0) {
                best = Math.max(best, product / Math.sqrt(window * soughtPower));
            }
            window += samples[at + sought.length] * samples[at + sought.length] - samples[at] * samples[at];
        }
        return best;
    }

    private double[] loudest(int length) {
        int best = 0;
        double bestPower = -1;
        for (int at = 0; at + length <= samples.length; at += RATE / 20) {
            double power = power(samples, at, length);
            if (power > bestPower) {
                bestPower = power;
                best = at;
            }
        }
        return Arrays.copyOfRange(samples, best, Math.min(samples.length, best + length));
    }

    private static double power(double[] samples, int from, int length) {
        double power = 0;
        for (int i = from; i < from + length; i++) {
            power += samples[i] * samples[i];
        }
        return power;
    }
}
