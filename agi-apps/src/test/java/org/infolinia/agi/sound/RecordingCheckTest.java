package org.infolinia.agi.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is refused, in which words; how the rest is finished. */
final class RecordingCheckTest {

    private static final Waveform SPEECH =
            Signals.joined(Signals.silence(16_000, 1.5), Signals.sine(16_000, 440, -12, 2), Signals.silence(16_000, 3));

    @Test
    void ordinaryRecordingPasses() {
        assertThat(refusal(SPEECH)).isEmpty();
    }

    @Test
    void recordingThatJustReachesFullScaleIsNotClipped() {
        assertThat(refusal(Signals.sine(8000, 440, 0, 2))).isEmpty();
        assertThat(refusal(Signals.sine(48_000, 440, 0, 2))).isEmpty();
    }

    @Test
    void silenceIsRefused() {
        assertThat(refusal(Signals.silence(8000, 3)))
                .contains("SILENT: is silent: record it again, with the microphone on");
        assertThat(refusal(Signals.sine(8000, 440, -60, 3)))
                .contains("SILENT: is silent or nearly so (-63 LUFS, -50 or more are needed): speak closer to the"
                        + " microphone");
    }

    @Test
    void overdrivenRecordingIsRefused() {
        assertThat(refusal(Signals.overdriven(SPEECH, 18)).orElseThrow())
                .startsWith("CLIPPED: is clipped: 2")
                .endsWith(" % of it is cut off at the loudest the file can hold, 0.2 % may be; record it again further"
                        + " from the microphone or with less gain");
    }

    @Test
    void knockOnTheTableIsNoRecording() {
        assertThat(refusal(Signals.joined(
                        Signals.silence(8000, 1), Signals.sine(8000, 440, -6, 0.2), Signals.silence(8000, 1))))
                .contains("TOO_SHORT: holds 0.20 s of sound, 0.3 s or more are needed: record the whole sentence");
    }

    @Test
    void recordingOfMoreThanFiveMinutesIsRefused() {
        assertThat(refusal(Signals.sine(8000, 440, -20, 300.5)))
                .contains("TOO_LONG: is longer than 300 s: callers do not listen so long, shorten it");
        assertThat(refusal(Signals.sine(8000, 440, -20, 299))).isEmpty();
    }

    @Test
    void silenceAtBothEndsIsCutToABreath() {
        Waveform trimmed = Mastering.trimmed(SPEECH);

        assertThat(trimmed.length().toMillis()).isBetween(2340L, 2380L);
    }

    @Test
    void everyRecordingGetsTheSameLoudness() {
        for (double level : new double[] {-45, -20, -3}) {
            Waveform levelled = Mastering.levelled(Signals.sine(16_000, 440, level, 3));

            assertThat(LoudnessMeter.integrated(levelled)).isCloseTo(-23, within(0.1));
        }
    }

    @Test
    void knockAmongQuietSpeechIsTurnedDownWithoutTheSpeech() {
        Waveform knocked = Signals.joined(
                Signals.sine(16_000, 440, -30, 3),
                Signals.sine(16_000, 900, 0, 0.002),
                Signals.sine(16_000, 440, -30, 3));

        Waveform levelled = Mastering.levelled(knocked);

        assertThat(levelled.peak()).isLessThanOrEqualTo(0.892).isGreaterThan(0.8);
        assertThat(LoudnessMeter.integrated(levelled.part(0, 32_000))).isCloseTo(-23, within(2.0));
    }

    @Test
    void nothingIsMadeOfSilence() {
        Waveform silence = Signals.silence(8000, 1);

        assertThat(Mastering.levelled(Mastering.trimmed(silence)).peak()).isZero();
    }

    private static Optional<String> refusal(Waveform sound) {
        return RecordingCheck.refusal(sound).map(refused -> refused.fault() + ": " + refused.getMessage());
    }
}
