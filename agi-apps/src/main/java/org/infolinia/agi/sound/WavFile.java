package org.infolinia.agi.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** Wav files of 16 bit, mono, which are what Asterisk plays: at 8 kHz as {@code .wav}, at 16 kHz as {@code .wav16}. */
public final class WavFile {

    /** Samples a second of a {@code .wav}. */
    public static final int TELEPHONE = 8000;

    /** Samples a second of a {@code .wav16}. */
    public static final int WIDE = 16_000;

    private static final short PCM = 1;
    private static final short EXTENSIBLE = (short) 0xfffe;

    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FORMAT = 16;

    /** Recorders put some chunks of notes in front of the sound; thousands of them are no sound file. */
    private static final int MOST_CHUNKS = 100;

    private WavFile() {}

    /**
     * How long the sound lasts; to the millisecond, rounded up.
     *
     * @throws NotPlayable when Asterisk could not play it as a {@code .wav}: no wav, or not 8 kHz, 16 bit, mono
     * @throws IOException when it cannot be read
     */
    public static Duration length(Path file) throws IOException, NotPlayable {
        try (FileChannel channel = FileChannel.open(file)) {
            Content content = content(channel);
            if (content.rate != TELEPHONE || content.coding != PCM) {
                throw notPlayable(content.rate, 16, 1, content.coding);
            }
            return Duration.ofMillis((content.bytes + 15) / 16);
        }
    }

    /**
     * Reads all of it, at whatever rate it is.
     *
     * @throws NotPlayable when it is no wav of 16 bit, mono
     */
    public static Waveform read(Path file) throws IOException, NotPlayable {
        try (FileChannel channel = FileChannel.open(file)) {
            Content content = content(channel);
            ByteBuffer bytes = read(channel, content.at, Math.toIntExact(content.bytes & ~1L));
            float[] samples = new float[bytes.remaining() / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bytes.getShort() / 32768f;
            }
            return new Waveform(content.rate, samples);
        }
    }

    /**
     * Writes a sound at its own rate, to the disk itself, for all to read: Asterisk's user is another than ours, and what is
     * written here is said to whoever calls. What is beyond full scale is cut off.
     */
    public static void write(Waveform sound, Path file) throws IOException {
        int bytes = sound.samples().length * 2;
        ByteBuffer wav =
                ByteBuffer.allocate(HEADER + 2 * CHUNK_HEADER + FORMAT + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(tag("RIFF")).putInt(wav.capacity() - CHUNK_HEADER).put(tag("WAVE"));
        wav.put(tag("fmt ")).putInt(FORMAT).putShort((short) 1).putShort((short) 1);
        wav.putInt(sound.rate()).putInt(sound.rate() * 2).putShort((short) 2).putShort((short) 16);
        wav.put(tag("data")).putInt(bytes);
        for (float sample : sound.samples()) {
            wav.putShort((short) Math.max(-32768, Math.min(32767, Math.round(sample * 32768))));
        }
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            wav.flip();
            while (wav.hasRemaining()) {
                channel.write(wav);
            }
            channel.force(true);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /**
     * Where the sound is in a file.
     *
     * @param coding {@link #PCM} or {@link #EXTENSIBLE}, which tells the same in more words
     * @param rate   samples a second
     * @param at     of the first sample
     * @param bytes  of all samples
     */
    private record Content(short coding, int rate, long at, long bytes) {}

    private static Content content(FileChannel channel) throws IOException, NotPlayable {
        ByteBuffer header = read(channel, 0, HEADER);
        if (!tag(header).equals("RIFF") || !tag(header.position(8)).equals("WAVE")) {
            throw new NotPlayable("is no wav file");
        }
        ByteBuffer format = ByteBuffer.allocate(0);
        long at = HEADER;
        for (int i = 0; i < MOST_CHUNKS && at + CHUNK_HEADER <= channel.size(); i++) {
            ByteBuffer chunk = read(channel, at, CHUNK_HEADER);
            String name = tag(chunk);
            long size = Integer.toUnsignedLong(chunk.getInt(4));
            at += CHUNK_HEADER;
            if (name.equals("fmt ")) {
                format = read(channel, at, FORMAT);
                requireMono(format);
            } else if (name.equals("data") && format.hasRemaining()) {
                // A header may promise more than the file holds, when its writer was cut short.
                return new Content(format.getShort(0), format.getInt(4), at, Math.min(size, channel.size() - at));
            }
            at += size + (size & 1);
        }
        throw new NotPlayable("holds no sound");
    }

    private static void requireMono(ByteBuffer format) throws NotPlayable {
        short coding = format.getShort(0);
        short channels = format.getShort(2);
        int rate = format.getInt(4);
        short bits = format.getShort(14);
        if ((coding != PCM && coding != EXTENSIBLE) || channels != 1 || bits != 16 || rate < 1000 || rate > 400_000) {
            throw notPlayable(rate, bits, channels, coding);
        }
    }

    private static NotPlayable notPlayable(int rate, int bits, int channels, int coding) {
        return new NotPlayable("is " + rate + " Hz, " + bits + " bit, " + channels + " channels, coding " + coding
                + "; Asterisk plays 8000 Hz, 16 bit, mono, PCM (./infolinia prompts import makes that of any file)");
    }

    private static ByteBuffer read(FileChannel channel, long at, int count) throws IOException, NotPlayable {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new NotPlayable("is cut short");
            }
        }
        return bytes.flip();
    }

    private static byte[] tag(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static String tag(ByteBuffer at) {
        byte[] tag = new byte[4];
        at.get(at.position(), tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    /** The file is there, but Asterisk could not play it; the message goes on after the file's name. */
    public static final class NotPlayable extends Exception {

        private static final long serialVersionUID = 1L;

        NotPlayable(String why) {
            super(why, null, false, false);
        }
    }
}
