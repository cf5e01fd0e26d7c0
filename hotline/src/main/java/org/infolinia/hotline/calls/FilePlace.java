package org.infolinia.hotline.calls;

/**
 * How far a log file has been read.
 *
 * <p>The file is known by its beginning, since a rotation renames it, copies it or packs it.
 *
 * @param log    {@code queue_log} or {@code Master.csv}
 * @param length bytes (unpacked) of its beginning that the digest is of; 1 or more
 * @param digest of these bytes, lower-case hexadecimal
 * @param offset bytes (unpacked) that need not be read again
 * @param line   lines among them
 */
public record FilePlace(String log, int length, String digest, long offset, long line) {

    /** @throws IllegalArgumentException when a number is negative, or the digest is of nothing */
    public FilePlace {
        if (length < 1 || offset < 0 || line < 0) {
            throw new IllegalArgumentException("place in " + log + ": " + length + ", " + offset + ", " + line);
        }
    }
}
