package org.infolinia.agi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.infolinia.agi.announcements.VoiceFailed;
import org.infolinia.agi.sound.LoudnessMeter;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.agi.sound.WavFile;
import org.infolinia.agi.sound.Waveform;
import org.infolinia.hotline.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real programs, and programs that misbehave. */
final class EspeakVoiceTest {

    private static final Language POLISH = new Language("pl");
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    @TempDir
    private Path folder = Path.of("");

    private SoundPair sound() {
        return SoundPair.in(folder, "sound");
    }

    @Test
    void speechIsMadeForBothKindsOfTelephonesAtOneLoudness() throws Exception {
        speak("Dzień dobry. Zażółć gęślą jaźń.", POLISH);

        Waveform narrow = WavFile.read(sound().wav());
        Waveform wide = WavFile.read(sound().wide());
        assertThat(narrow.rate()).isEqualTo(8000);
        assertThat(wide.rate()).isEqualTo(16_000);
        assertThat(narrow.length().toMillis()).isBetween(2_000L, 5_000L);
        assertThat(LoudnessMeter.integrated(narrow)).isCloseTo(-23, within(0.2));
        assertThat(LoudnessMeter.integrated(wide)).isCloseTo(-23, within(0.2));
        assertThat(narrow.peak()).isBetween(0.2, 0.9);
    }

    @Test
    void pausesTellSentencesFromCommasAndTheKeyFromTheChoice() throws Exception {
        assertThat(longestPause("Pierwsza druga, trzecia", POLISH)).isBetween(150L, 330L);
        assertThat(longestPause("Pierwsza druga: trzecia", POLISH)).isBetween(380L, 560L);
        assertThat(longestPause("Pierwsza druga. Trzecia", POLISH)).isBetween(580L, 800L);
        assertThat(longestPause("W sprawie samooceny proszę wybrać jeden", POLISH))
                .isBetween(220L, 420L);
        assertThat(longestPause("From 8 a.m. to 5 p.m. Polish time", new Language("en")))
                .isLessThan(330L);
    }

    private long longestPause(String text, Language language) throws Exception {
        speak(text, language);
        Waveform spoken = WavFile.read(sound().wav());
        int longest = 0;
        int silent = 0;
        int window = spoken.rate() / 100;
        for (int at = 0; at + window <= spoken.samples().length; at += window) {
            double peak = 0;
            for (int i = at; i < at + window; i++) {
                peak = Math.max(peak, Math.abs(spoken.samples()[i]));
            }
            silent = peak < 0.01 ? silent + 1 : 0;
            longest = Math.max(longest, silent);
        }
        return longest * 10L;
    }

    private void speak(String text, Language language) throws VoiceFailed {
        new EspeakVoice().speak(text, language, sound(), ENOUGH);
    }

    @Test
    void textIsNeverAnOptionNorMarkup() throws Exception {
        new EspeakVoice()
                .speak("--version [[h@]] <break time=\"9s\"/> `id` $(id)", new Language("en"), sound(), ENOUGH);

        assertThat(Files.size(sound().wav())).isGreaterThan(8_000);
    }

    @Test
    void programThatIsNotThereIsNamedWithWhatToInstall() {
        assertThatThrownBy(() -> new EspeakVoice("/nowhere/espeak-ng", "sox").speak("A", POLISH, sound(), ENOUGH))
                .isInstanceOf(VoiceFailed.class)
                .hasMessage("/nowhere/espeak-ng cannot be run: install it (apt-get install espeak-ng sox ffmpeg)");
    }

    @Test
    void programThatFailsIsQuotedInShort() throws IOException {
        String program = script("yes complaint | head -c 1000000; exit 3");

        assertThatThrownBy(() -> new EspeakVoice(program, "sox").speak("A", POLISH, sound(), ENOUGH))
                .isInstanceOf(VoiceFailed.class)
                .hasMessage(program + " failed with exit code 3: "
                        + "complaint ".repeat(20).strip());
    }

    @Test
    void programThatHangsIsEnded() throws IOException {
        String program = script("exec sleep 600");

        assertThatThrownBy(() -> new EspeakVoice(program, "sox").speak("A", POLISH, sound(), Duration.ofMillis(100)))
                .isInstanceOf(VoiceFailed.class)
                .hasMessageContaining("was not done within");
        // The kernel takes a moment.
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().commandLine().orElse("").contains("sleep 600")))
                .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    private String script(String body) throws IOException {
        Path script = folder.resolve("program");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
