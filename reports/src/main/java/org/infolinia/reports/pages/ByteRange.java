package org.infolinia.reports.pages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a browser asks for (RFC 9110, 14).
 *
 * @param first byte
 * @param last  byte, itself included; before the first one where there is no such part
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE =
            Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * What a header {@code Range} means; empty where it means all: without one, of one that is no range of bytes, and of
     * several ranges, which nobody is bound to give.
     *
     * @param size of the file, 1 or more
     */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return Optional.empty();
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? Optional.empty() : Optional.of(lastOf(Long.parseLong(to), size));
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Long.parseLong(to);
        if (last < first && !to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(first, Math.min(last, size - 1)));
    }

    private static ByteRange lastOf(long bytes, long size) {
        return bytes == 0 ? new ByteRange(size, size - 1) : new ByteRange(Math.max(0, size - bytes), size - 1);
    }

    /** Whether there is such a part. */
    boolean isThere() {
        return first <= last;
    }

    long length() {
        return last - first + 1;
    }
}
