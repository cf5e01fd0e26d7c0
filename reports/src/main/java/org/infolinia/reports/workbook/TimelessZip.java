package org.infolinia.reports.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Takes the times out of a zip file: POI puts the present one at each part, so that no two runs would give the same bytes.
 *
 * <p>In place, so that nothing is packed twice. Offsets are those of PKWARE's APPNOTE.
 */
final class TimelessZip {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    /** Midnight of 1980-01-01, the earliest there is: time, then date. */
    private static final int EARLIEST = 0x0021_0000;

    private TimelessZip() {}

    /** @throws IOException when it cannot be written, or is no zip file without a comment of at most 4 GB */
    static void make(Path file) throws IOException {
        try (FileChannel zip = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer end = read(zip, zip.size() - END_LENGTH, END_LENGTH, END);
            int parts = Short.toUnsignedInt(end.getShort(10));
            long at = Integer.toUnsignedLong(end.getInt(16));
            for (int part = 0; part < parts; part++) {
                ByteBuffer entry = read(zip, at, CENTRAL_LENGTH, CENTRAL);
                long local = Integer.toUnsignedLong(entry.getInt(42));
                read(zip, local, LOCAL_LENGTH, LOCAL);
                setTime(zip, at + 12);
                setTime(zip, local + 10);
                at += CENTRAL_LENGTH
                        + Short.toUnsignedInt(entry.getShort(28))
                        + Short.toUnsignedInt(entry.getShort(30))
                        + Short.toUnsignedInt(entry.getShort(32));
            }
        }
    }

    private static void setTime(FileChannel zip, long at) throws IOException {
        ByteBuffer time = buffer(Integer.BYTES).putInt(0, EARLIEST);
        while (time.hasRemaining()) {
            zip.write(time, at + time.position());
        }
    }

    private static ByteBuffer read(FileChannel zip, long at, int length, int signature) throws IOException {
        ByteBuffer read = buffer(length);
        while (read.hasRemaining()) {
            if (at < 0 || zip.read(read, at + read.position()) < 0) {
                throw new IOException("the workbook that POI wrote breaks off");
            }
        }
        if (read.getInt(0) != signature) {
            throw new IOException("the workbook that POI wrote is no plain zip file: "
                    + Integer.toHexString(read.getInt(0)) + " at " + at);
        }
        return read;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
