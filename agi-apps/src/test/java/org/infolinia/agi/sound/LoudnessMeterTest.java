package org.infolinia.agi.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals whose loudness is known: by the standard, by EBU Tech 3341, or by ffmpeg's ebur128. */
final class LoudnessMeterTest {

    @ParameterizedTest
    @CsvSource({"48000, -3.01", "16000, -3.01", "8000, -3.01"})
    void sineOf997HertzAtFullScaleIsWhatTheStandardSays(int rate, double expected) {
        assertThat(LoudnessMeter.integrated(Signals.sine(rate, 997, 0, 5))).isCloseTo(expected, within(0.1));
    }

    @Test
    void tenDecibelsLessAreTenUnitsLess() {
        assertThat(LoudnessMeter.integrated(Signals.sine(48_000, 997, -20, 5))).isCloseTo(-23.01, within(0.02));
    }

    /** Two channels of Tech 3341 are 3 LU louder than our one: its case 3, -23 LUFS in stereo, is -26 here. */
    @Test
    void quietPartsAroundASpeakerAreLeftOut() {
        Waveform threeParts = Signals.joined(
                Signals.sine(48_000, 1000, -36, 10),
                Signals.sine(48_000, 1000, -23, 60),
                Signals.sine(48_000, 1000, -36, 10));

        assertThat(LoudnessMeter.integrated(threeParts)).isCloseTo(-26.0, within(0.1));
    }

    /** Its case 4: parts below -70 LUFS do not even count for the relative gate. */
    @Test
    void nearSilenceIsLeftOutBeforeAll() {
        Waveform fiveParts = Signals.joined(
                Signals.sine(48_000, 1000, -72, 10),
                Signals.sine(48_000, 1000, -36, 10),
                Signals.sine(48_000, 1000, -23, 60),
                Signals.sine(48_000, 1000, -36, 10),
                Signals.sine(48_000, 1000, -72, 10));

        assertThat(LoudnessMeter.integrated(fiveParts)).isCloseTo(-26.0, within(0.1));
    }

    /** Its case 5. */
    @Test
    void louderMiddleCountsByItsPower() {
        Waveform threeParts = Signals.joined(
                Signals.sine(48_000, 1000, -26, 20),
                Signals.sine(48_000, 1000, -20, 20.1),
                Signals.sine(48_000, 1000, -26, 20));

        assertThat(LoudnessMeter.integrated(threeParts)).isCloseTo(-26.0, within(0.1));
    }

    @Test
    void lowRumbleCountsForLittleAndHighSoundsForMore() {
        assertThat(LoudnessMeter.integrated(Signals.sine(16_000, 25, -20, 5))).isLessThan(-30);
        assertThat(LoudnessMeter.integrated(Signals.sine(16_000, 3500, -20, 5))).isCloseTo(-20.0, within(0.5));
    }

    @Test
    void silenceHasNoLoudness() {
        assertThat(LoudnessMeter.integrated(new Waveform(8000, new float[8000])))
                .isNegative()
                .isInfinite();
        assertThat(LoudnessMeter.integrated(new Waveform(8000, new float[0])))
                .isNegative()
                .isInfinite();
    }

    @Test
    void soundShorterThanABlockIsMeasuredAsOne() {
        assertThat(LoudnessMeter.integrated(Signals.sine(8000, 997, -20, 0.2))).isCloseTo(-23.0, within(0.3));
    }
}
