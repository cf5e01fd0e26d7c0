package org.infolinia.reports.ledger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * One file of a log, plain or gzipped.
 *
 * @param path where it is
 * @param name as reports name it: without the folder the logs are in
 */
record LogFile(Path path, String name) {

    private static final int GZIP_BUFFER = 64 * 1024;

    boolean isGzipped() {
        return name.endsWith(".gz");
    }

    /** Its bytes as they are on the disk; 0 where that cannot be seen, which opening it will tell. */
    long size() {
        try {
            return Files.size(path);
        } catch (IOException unseen) {
            return 0;
        }
    }

    /**
     * Its bytes, unpacked, from one of them on.
     *
     * @throws LedgerUnavailable when the file cannot be opened
     */
    InputStream open(long offset) throws LedgerUnavailable {
        try {
            SeekableByteChannel channel = Files.newByteChannel(path);
            if (isGzipped()) {
                return new LazyGzip(Channels.newInputStream(channel), offset);
            }
            return Channels.newInputStream(channel.position(offset));
        } catch (IOException fault) {
            throw new LedgerUnavailable("cannot open " + path + ": " + fault.getMessage(), fault);
        }
    }

    /** Reads the gzip header with the first bytes, so that a broken one is met where a cut file is. */
    private static final class LazyGzip extends InputStream {

        private final InputStream raw;
        private InputStream unpacked = InputStream.nullInputStream();
        private final long offset;
        private boolean begun;

        LazyGzip(InputStream raw, long offset) {
            this.raw = raw;
            this.offset = offset;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (!begun) {
                begun = true;
                unpacked = new GZIPInputStream(new BufferedInputStream(raw, GZIP_BUFFER), GZIP_BUFFER);
                unpacked.skipNBytes(offset);
            }
            return unpacked.read(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            raw.close();
            unpacked.close();
        }
    }
}
