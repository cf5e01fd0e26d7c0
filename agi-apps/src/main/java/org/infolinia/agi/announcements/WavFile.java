package org.infolinia.agi.announcements;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** What a wav file's header says, as far as Asterisk cares. */
final class WavFile {

    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FORMAT = 16;

    /** Recorders put some chunks of notes in front of the sound; thousands of them are no sound file. */
    private static final int MOST_CHUNKS = 100;

    private WavFile() {}

    /**
     * How long the sound lasts; to the millisecond, rounded up.
     *
     * @throws NotPlayable when Asterisk could not play it: no wav, or not 8 kHz, 16 bit, mono
     * @throws IOException when it cannot be read
     */
    static Duration length(Path file) throws IOException, NotPlayable {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer header = read(channel, 0, HEADER);
            if (!tag(header).equals("RIFF") || !tag(header.position(8)).equals("WAVE")) {
                throw new NotPlayable("is no wav file");
            }
            boolean formatSeen = false;
            long at = HEADER;
            for (int i = 0; i < MOST_CHUNKS && at + CHUNK_HEADER <= channel.size(); i++) {
                ByteBuffer chunk = read(channel, at, CHUNK_HEADER);
                String name = tag(chunk);
                long size = Integer.toUnsignedLong(chunk.getInt(4));
                at += CHUNK_HEADER;
                if (name.equals("fmt ")) {
                    requirePlayable(read(channel, at, FORMAT));
                    formatSeen = true;
                } else if (name.equals("data") && formatSeen) {
                    // A header may promise more than the file holds, when its writer was cut short.
                    long bytes = Math.min(size, channel.size() - at);
                    return Duration.ofMillis((bytes + 15) / 16);
                }
                at += size + (size & 1);
            }
            throw new NotPlayable("holds no sound");
        }
    }

    private static void requirePlayable(ByteBuffer format) throws NotPlayable {
        short coding = format.getShort(0);
        short channels = format.getShort(2);
        int rate = format.getInt(4);
        short bits = format.getShort(14);
        if (coding != 1 || channels != 1 || rate != 8000 || bits != 16) {
            throw new NotPlayable("is " + rate + " Hz, " + bits + " bit, " + channels + " channels, coding " + coding
                    + "; Asterisk plays 8000 Hz, 16 bit, mono, PCM (sox FILE -r 8000 -b 16 -c 1 -e signed NEW.wav)");
        }
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

    private static String tag(ByteBuffer at) {
        byte[] tag = new byte[4];
        at.get(at.position(), tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    /** The file is there, but Asterisk could not play it; the message goes on after the file's name. */
    static final class NotPlayable extends Exception {

        private static final long serialVersionUID = 1L;

        NotPlayable(String why) {
            super(why, null, false, false);
        }
    }
}
