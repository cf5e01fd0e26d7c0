package org.infolinia.reports.recordings;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The header that Asterisk gives its WAV files: 44 bytes, 16 bits, one channel.
 *
 * @param rate      samples a second
 * @param dataBytes of sound behind it, as it says; 0 while the file is being written
 */
record WavHeader(int rate, long dataBytes) {

    static final int BYTES = 44;
    private static final int BYTES_PER_SAMPLE = 2;

    /** Empty where these bytes are no such header. */
    static Optional<WavHeader> parse(byte[] bytes) {
        if (bytes.length < BYTES
                || !isAt(bytes, 0, "RIFF")
                || !isAt(bytes, 8, "WAVEfmt ")
                || !isAt(bytes, 36, "data")) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int rate = header.getInt(24);
        boolean plain = header.getInt(16) == 16
                && header.getShort(20) == 1
                && header.getShort(22) == 1
                && header.getShort(34) == 8 * BYTES_PER_SAMPLE;
        return plain && (rate == 8000 || rate == 16000)
                ? Optional.of(new WavHeader(rate, Integer.toUnsignedLong(header.getInt(40))))
                : Optional.empty();
    }

    private static boolean isAt(byte[] bytes, int at, String word) {
        return new String(bytes, at, word.length(), StandardCharsets.ISO_8859_1).equals(word);
    }

    /** How long so much sound is. */
    Duration length(long soundBytes) {
        return Duration.ofMillis(soundBytes / BYTES_PER_SAMPLE * 1000 / rate);
    }

    /** The header of a file with so much sound. */
    byte[] with(long soundBytes) {
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt((int) (soundBytes + BYTES - 8))
                .put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(rate * BYTES_PER_SAMPLE)
                .putShort((short) BYTES_PER_SAMPLE)
                .putShort((short) (8 * BYTES_PER_SAMPLE))
                .put("data".getBytes(StandardCharsets.ISO_8859_1))
                .putInt((int) soundBytes)
                .array();
    }
}
