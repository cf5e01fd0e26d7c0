package org.infolinia.agi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.infolinia.agi.announcements.SoundDecoder;
import org.infolinia.agi.sound.RecordingRefused;
import org.infolinia.agi.sound.Signals;
import org.infolinia.agi.sound.WavFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of every kind that is taken, and files that mean harm. */
final class FfmpegDecoderTest {

    @TempDir
    private Path folder = Path.of("");

    private final FfmpegDecoder decoder = new FfmpegDecoder();

    @ParameterizedTest
    @CsvSource({
        "wav, pcm_s16le, 44100",
        "wav, pcm_s24le, 96000",
        "wav, pcm_alaw, 8000",
        "mp3, libmp3lame, 44100",
        "ogg, libvorbis, 44100",
        "ogg, libopus, 48000",
        "flac, flac, 48000",
        "m4a, aac, 44100"
    })
    void everyKindIsReadWhateverItIsCalled(String kind, String coding, int rate) throws Exception {
        Path file = made(kind, coding, rate);
        Path named = Files.move(file, folder.resolve("-i Nagranie; $(id) 'próba'.txt"));

        SoundDecoder.Decoded decoded = decoder.decode(named);

        assertThat(decoded.original().rate()).isEqualTo(rate);
        assertThat(decoded.narrow().rate()).isEqualTo(8000);
        assertThat(decoded.wide().rate()).isEqualTo(16_000);
        assertThat(decoded.narrow().length().toMillis()).isBetween(1950L, 2150L);
        assertThat(decoded.wide().length().toMillis()).isBetween(1950L, 2150L);
        assertThat(decoded.wide().peak()).isBetween(0.2, 0.3);
    }

    @Test
    void recordingOfAnHourIsReadNoFurtherThanItMayLast() throws Exception {
        Path hour = folder.resolve("hour.flac");
        run(List.of(
                "ffmpeg",
                "-loglevel",
                "error",
                "-f",
                "lavfi",
                "-i",
                "anullsrc=r=8000:cl=mono",
                "-t",
                "3600",
                hour.toString()));

        assertThat(decoder.decode(hour).original().length().toSeconds()).isEqualTo(301);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"#EXTM3U", "ffconcat version 1.0", "<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ", "[playlist]"
            })
    void fileThatIsNoSoundIsRefused(String start) throws Exception {
        Path file = Files.writeString(folder.resolve("sound.mp3"), start + "\nfile '/etc/passwd'\n");

        assertThatThrownBy(() -> decoder.decode(file))
                .isInstanceOf(RecordingRefused.class)
                .hasMessage("is none of wav, mp3, ogg, flac and m4a: save it as one of these");
    }

    @ParameterizedTest
    @CsvSource({"OggS", "fLaC", "ID3", "RIFFxxxxWAVE", "xxxxftypM4A "})
    void fileThatOnlyBeginsLikeASoundIsRefused(String start) throws Exception {
        Path file = folder.resolve("sound");
        Files.write(file, (start + "rubbish ".repeat(5000)).getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> decoder.decode(file))
                .isInstanceOf(RecordingRefused.class)
                .hasMessageEndingWith("save it again, as wav or mp3");
    }

    @Test
    void playlistBehindTheFirstBytesOfASoundIsNotFollowed() throws Exception {
        Path secret = Files.copy(made("wav", "pcm_s16le", 8000), folder.resolve("secret.wav"));
        Path file = Files.writeString(
                folder.resolve("list.mp3"),
                "ID3\n#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:" + secret + "\n");

        assertThatThrownBy(() -> decoder.decode(file)).isInstanceOf(RecordingRefused.class);
    }

    @Test
    void fileOfMoreThanFiftyMegabytesIsRefusedUnread() throws Exception {
        Path file = folder.resolve("large.wav");
        try (var large = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            large.position(51_000_000).write(ByteBuffer.allocate(1));
        }

        assertThatThrownBy(() -> decoder.decode(file))
                .hasMessage("has 51 MB, 50 MB are the most: cut it, or save it as mp3");
    }

    @Test
    void emptyFileIsRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("empty.wav"));

        assertThatThrownBy(() -> decoder.decode(file)).isInstanceOf(RecordingRefused.class);
    }

    @Test
    void missingProgramIsAnOutageWithWhatToInstall() throws Exception {
        Path file = made("wav", "pcm_s16le", 8000);

        assertThatThrownBy(() -> new FfmpegDecoder("/nowhere/ffmpeg").decode(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("apt-get install ffmpeg");
    }

    private Path made(String kind, String coding, int rate) throws Exception {
        Path source = folder.resolve("source.wav");
        WavFile.write(Signals.sine(48_000, 440, -12, 2), source);
        Path file = folder.resolve("made." + kind);
        run(List.of(
                "ffmpeg",
                "-y",
                "-loglevel",
                "error",
                "-i",
                source.toString(),
                "-ar",
                Integer.toString(rate),
                "-c:a",
                coding,
                file.toString()));
        return file;
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
