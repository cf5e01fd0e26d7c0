package org.infolinia.reports.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavSoundTest {

    private static final String ANNA = "20261123T090000Z+nis2+anna+1.1+1.2";
    private static final Clock DAY_AFTER = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private RecordedFiles files;

    @BeforeEach
    void makeFolder() {
        files = new RecordedFiles(folder);
    }

    @Test
    void anyPartIsThatPartOfTheFile() throws IOException {
        Path file = files.recording(ANNA, 10);
        byte[] whole = Files.readAllBytes(file);
        for (int i = WavHeader.BYTES; i < whole.length; i++) {
            whole[i] = (byte) (i * 31);
        }
        Files.write(file, whole);
        WavSound sound = sound();

        assertThat(sound.size()).isEqualTo(160_044);
        assertThat(part(sound, 0, 160_044)).isEqualTo(whole);
        for (long[] range :
                List.of(new long[] {0, 1}, new long[] {40, 10}, new long[] {44, 1}, new long[] {70_000, 90_044})) {
            assertThat(part(sound, range[0], range[1]))
                    .isEqualTo(Arrays.copyOfRange(whole, (int) range[0], (int) (range[0] + range[1])));
        }
    }

    @Test
    void recordingThatACrashCutOffHasAHeaderInOrder() throws Exception {
        files.file(ANNA, 4, 0);
        WavSound sound = sound();

        try (var read = AudioSystem.getAudioInputStream(new ByteArrayInputStream(part(sound, 0, sound.size())))) {
            assertThat(read.getFrameLength()).isEqualTo(32_000);
        }
    }

    @Test
    void versionIsAnotherWhenTheFileIs() throws IOException {
        Path file = files.recording(ANNA, 1);
        String before = sound().version();
        assertThat(sound().version()).isEqualTo(before);

        Files.delete(file);
        files.recording(ANNA, 2);

        assertThat(sound().version()).isNotEqualTo(before);
    }

    @Test
    void waveformIsLoudWhereTheSoundIs() throws IOException {
        Path file = files.recording(ANNA, 60);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        // The second half, at a quarter of the loudest there is.
        for (int i = WavHeader.BYTES + 30 * 16_000; i + 1 < bytes.length; i += 2) {
            samples.putShort(i, (short) ((i / 2) % 2 == 0 ? 8192 : -8192));
        }
        Files.write(file, bytes);

        List<Integer> peaks = new Waveforms().of(sound());

        assertThat(peaks).hasSize(480);
        assertThat(peaks.subList(0, 240)).isEqualTo(Collections.nCopies(240, 0));
        assertThat(peaks.subList(240, 480)).isEqualTo(Collections.nCopies(240, 50));
    }

    @Test
    void theLoudestSampleThereIsDoesNotOverflow() throws IOException {
        Path file = files.recording(ANNA, 1);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(WavHeader.BYTES, Short.MIN_VALUE);
        Files.write(file, bytes);

        assertThat(new Waveforms().of(sound()).get(0)).isEqualTo(100);
    }

    private WavSound sound() throws IOException {
        return WavSound.of(new RecordingFolder(folder, DAY_AFTER).find(ANNA).orElseThrow());
    }

    private static byte[] part(WavSound sound, long from, long length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sound.write(out, from, length);
        return out.toByteArray();
    }
}
