package org.infolinia.agi.voice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.infolinia.agi.announcements.SoundDecoder;
import org.infolinia.agi.sound.RecordingCheck;
import org.infolinia.agi.sound.RecordingRefused;
import org.infolinia.agi.sound.WavFile;

/**
 * Reads sound files by ffmpeg, which is held on a short lead: the file may have been made to harm.
 *
 * <p>We look at the first bytes and name the one demuxer that may read it, so that no playlist or list of parts is ever
 * followed; it opens files alone, no network; only the decoders of sound are let in; time, memory and what it may write are
 * limited by the kernel.
 */
public final class FfmpegDecoder implements SoundDecoder {

    /** Five minutes of a studio's wav take 29 MB at 16 bit and 48 kHz. */
    private static final long LARGEST = 50_000_000;

    private static final Duration WITHIN = Duration.ofSeconds(60);

    private static final List<String> LIMITS =
            List.of("prlimit", "--as=2000000000", "--cpu=60", "--fsize=150000000", "--nofile=64", "--core=0", "--");

    private static final String DECODERS =
            "pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le,pcm_alaw,pcm_mulaw,"
                    + "adpcm_ms,adpcm_ima_wav,mp3,mp3float,vorbis,libvorbis,opus,libopus,flac,aac,alac";

    private final String ffmpeg;

    public FfmpegDecoder() {
        this("ffmpeg");
    }

    /** @param ffmpeg program, a path or a name to be found on the PATH */
    FfmpegDecoder(String ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    @Override
    public Decoded decode(Path file) throws RecordingRefused, IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        if (Files.size(file) > LARGEST) {
            throw unreadable("has " + Files.size(file) / 1_000_000 + " MB, " + LARGEST / 1_000_000
                    + " MB are the most: cut it, or save it as mp3");
        }
        Path folder = Files.createTempDirectory("infolinia-sound");
        try {
            // Under a name of our own: whatever theirs holds never gets near a command.
            Path copy = Files.copy(file, folder.resolve("sound"));
            return decoded(copy, demuxer(copy), new BoundedPrograms(folder, WITHIN));
        } finally {
            delete(folder);
        }
    }

    private Decoded decoded(Path file, String demuxer, BoundedPrograms programs) throws RecordingRefused, IOException {
        Path original = file.resolveSibling("original.wav");
        Path narrow = file.resolveSibling("narrow.wav");
        Path wide = file.resolveSibling("wide.wav");
        List<String> command = new ArrayList<>(LIMITS);
        command.addAll(List.of(ffmpeg, "-nostdin", "-hide_banner", "-loglevel", "error", "-threads", "1"));
        command.addAll(List.of("-protocol_whitelist", "file", "-format_whitelist", demuxer));
        command.addAll(List.of("-codec_whitelist", DECODERS, "-f", demuxer, "-i", "file:" + file));
        command.addAll(output(original, List.of()));
        command.addAll(output(narrow, List.of("-af", "highpass=f=100", "-ar", Integer.toString(WavFile.TELEPHONE))));
        command.addAll(output(wide, List.of("-af", "highpass=f=60", "-ar", Integer.toString(WavFile.WIDE))));
        try {
            programs.run(file, command);
            return new Decoded(WavFile.read(original), WavFile.read(narrow), WavFile.read(wide));
        } catch (BoundedPrograms.NotInstalled e) {
            throw new IOException(e.sentence(), e);
        } catch (BoundedPrograms.Failed e) {
            // What it says of a damaged file is for its makers; where the file is damaged nobody can mend anyway.
            throw unreadable("is damaged, or holds no sound that can be read: save it again, as wav or mp3");
        } catch (WavFile.NotPlayable e) {
            throw unreadable("holds no sound: save it again, as wav or mp3");
        }
    }

    /** A second more than is allowed, so that a recording that is too long is known as one. */
    private static List<String> output(Path file, List<String> manner) {
        List<String> words = new ArrayList<>(List.of("-map", "0:a:0", "-map_metadata", "-1", "-ac", "1"));
        words.addAll(List.of("-t", Long.toString(RecordingCheck.LONGEST.toSeconds() + 1)));
        words.addAll(manner);
        words.addAll(List.of("-c:a", "pcm_s16le", "-f", "wav", "file:" + file));
        return words;
    }

    private static String demuxer(Path file) throws RecordingRefused, IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(12);
        }
        if (says(start, 0, "RIFF") && says(start, 8, "WAVE")) {
            return "wav";
        }
        if (says(start, 0, "OggS")) {
            return "ogg";
        }
        if (says(start, 0, "fLaC")) {
            return "flac";
        }
        if (says(start, 4, "ftyp")) {
            return "mov";
        }
        // A tag, or the first frame: eleven bits set, then version and layer, of which 0 is another format's.
        if (says(start, 0, "ID3")
                || (start.length > 1 && start[0] == (byte) 0xff && (start[1] & 0xe0) == 0xe0 && (start[1] & 6) != 0)) {
            return "mp3";
        }
        throw unreadable("is none of wav, mp3, ogg, flac and m4a: save it as one of these");
    }

    private static boolean says(byte[] start, int at, String tag) {
        if (start.length < at + tag.length()) {
            return false;
        }
        for (int i = 0; i < tag.length(); i++) {
            if (start[at + i] != tag.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static RecordingRefused unreadable(String sentence) {
        return new RecordingRefused(RecordingRefused.Fault.UNREADABLE, sentence);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
