package org.infolinia.agi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.infolinia.agi.announcements.VoiceFailed;
import org.infolinia.hotline.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real programs, and programs that misbehave. */
final class EspeakVoiceTest {

    private static final Language POLISH = new Language("pl");
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    @TempDir
    private Path folder = Path.of("");

    private Path wav() {
        return folder.resolve("sound.wav");
    }

    @Test
    void speechIsATelephoneSoundOfSomeSeconds() throws Exception {
        new EspeakVoice().speak("Dzień dobry. Zażółć gęślą jaźń.", POLISH, wav(), ENOUGH);

        try (var sound = AudioSystem.getAudioInputStream(wav().toFile())) {
            AudioFormat format = sound.getFormat();
            assertThat(format.getSampleRate()).isEqualTo(8000f);
            assertThat(format.getSampleSizeInBits()).isEqualTo(16);
            assertThat(format.getChannels()).isEqualTo(1);
            assertThat(format.getEncoding()).isEqualTo(AudioFormat.Encoding.PCM_SIGNED);
            assertThat(sound.getFrameLength()).isBetween(8_000L, 80_000L);
            assertThat(loudest(sound.readAllBytes())).isBetween(15_000, 32_767);
        }
    }

    private static int loudest(byte[] samples) {
        int loudest = 0;
        for (int i = 0; i + 1 < samples.length; i += 2) {
            loudest = Math.max(loudest, Math.abs((samples[i] & 0xff) | samples[i + 1] << 8));
        }
        return loudest;
    }

    @Test
    void textIsNeverAnOptionNorMarkup() throws Exception {
        new EspeakVoice().speak("--version [[h@]] <break time=\"9s\"/> `id` $(id)", new Language("en"), wav(), ENOUGH);

        assertThat(Files.size(wav())).isGreaterThan(8_000);
    }

    @Test
    void programThatIsNotThereIsNamedWithWhatToInstall() {
        assertThatThrownBy(() -> new EspeakVoice("/nowhere/espeak-ng", "sox").speak("A", POLISH, wav(), ENOUGH))
                .isInstanceOf(VoiceFailed.class)
                .hasMessage("/nowhere/espeak-ng cannot be run: install it (apt-get install espeak-ng sox)");
    }

    @Test
    void programThatFailsIsQuotedInShort() throws IOException {
        String program = script("yes complaint | head -c 1000000; exit 3");

        assertThatThrownBy(() -> new EspeakVoice(program, "sox").speak("A", POLISH, wav(), ENOUGH))
                .isInstanceOf(VoiceFailed.class)
                .hasMessage(program + " failed with exit code 3: "
                        + "complaint ".repeat(20).strip());
    }

    @Test
    void programThatHangsIsEnded() throws IOException {
        String program = script("exec sleep 600");

        assertThatThrownBy(() -> new EspeakVoice(program, "sox").speak("A", POLISH, wav(), Duration.ofMillis(100)))
                .isInstanceOf(VoiceFailed.class)
                .hasMessageContaining("was not done within");
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .toList())
                .allMatch(child -> !child.info().commandLine().orElse("").contains("sleep 600"));
    }

    private String script(String body) throws IOException {
        Path script = folder.resolve("program");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
