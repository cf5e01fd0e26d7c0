package org.infolinia.reports.recordings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A recording as a WAV file whose header is in order, to be had in parts; some kilobytes are held at a time.
 *
 * @param recording one that has sound
 * @param size      bytes, its header among them
 * @param written   when its file last changed
 */
public record WavSound(Recording recording, long size, Instant written) {

    private static final int BUFFER = 64 * 1024;

    /** @throws NoSuchFileException when the file is gone meanwhile */
    public static WavSound of(Recording recording) throws IOException {
        return new WavSound(
                recording,
                Files.size(recording.file()),
                Files.getLastModifiedTime(recording.file(), LinkOption.NOFOLLOW_LINKS)
                        .toInstant());
    }

    /** Another text for each state of the file. */
    public String version() {
        return Long.toHexString(size) + "-" + Long.toHexString(written.toEpochMilli());
    }

    /**
     * Writes a part of it.
     *
     * @param from first byte
     * @param length bytes; all of them are there
     */
    public void write(OutputStream out, long from, long length) throws IOException {
        try (FileChannel file =
                FileChannel.open(recording.file(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long at = from;
            long end = from + length;
            if (at < WavHeader.BYTES) {
                byte[] header = header(file);
                int headerEnd = (int) Math.min(end, WavHeader.BYTES);
                out.write(header, (int) at, headerEnd - (int) at);
                at = headerEnd;
            }
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            while (at < end) {
                buffer.clear().limit((int) Math.min(BUFFER, end - at));
                int read = file.read(buffer, at);
                if (read < 0) {
                    throw new IOException(recording.file() + " has become shorter");
                }
                out.write(buffer.array(), 0, read);
                at += read;
            }
        }
    }

    private byte[] header(FileChannel file) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(WavHeader.BYTES);
        while (start.hasRemaining() && file.read(start, start.position()) >= 0) {
            // A read may give less than it was asked for.
        }
        return WavHeader.parse(start.array())
                .orElseThrow(() -> new IOException(recording.file() + " is no longer a WAV file"))
                .with(size - WavHeader.BYTES);
    }
}
