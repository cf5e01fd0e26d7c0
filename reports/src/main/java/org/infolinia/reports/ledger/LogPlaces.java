package org.infolinia.reports.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.calls.FilePlace;
import org.jspecify.annotations.Nullable;

/**
 * Where the reading of each file begins, kept from one reading to the next.
 *
 * <p>While a file is read, it notes every so many bytes how late the lines so far are; so it can say afterwards where the
 * next reading may begin that needs nothing before a given time.
 */
public final class LogPlaces {

    /** Enough of a file's first lines to tell it from all others: they bear time stamps and call ids. */
    private static final int BEGINNING = 1_024;

    private static final long NOTED_EVERY = 16 * 1024;

    private final Map<String, Begun> files = new HashMap<>();

    /** Bytes that need not be read, and how late the lines in them are. */
    private record Mark(long latest, long offset, long line) {}

    /** One file, while it is read. */
    static final class Begun {

        private final String log;
        private final int length;
        private final String digest;
        private final Mark start;
        private final List<Mark> marks = new ArrayList<>();
        private long latest = Long.MIN_VALUE;

        Begun(String log, int length, String digest, Mark start) {
            this.log = log;
            this.length = length;
            this.digest = digest;
            this.start = start;
        }

        /** A line of that time was read, which begins at the offset, behind so many lines. */
        void note(long time, long offset, long line) {
            long last = marks.isEmpty() ? start.offset : marks.get(marks.size() - 1).offset;
            if (offset - last >= NOTED_EVERY) {
                marks.add(new Mark(latest, offset, line));
            }
            latest = Math.max(latest, time);
        }
    }

    private LogPlaces() {}

    /** Each file from its first byte on, whatever was read before. */
    static LogPlaces beginnings() {
        return new LogPlaces();
    }

    /**
     * Finds the files of the folder among those that were read before.
     *
     * @throws LedgerUnavailable when a file cannot be opened
     */
    public static LogPlaces find(LogFolder folder, List<FilePlace> known) throws LedgerUnavailable {
        LogPlaces places = new LogPlaces();
        for (LogFile file : folder.queueLogs()) {
            places.find(file, LogFolder.QUEUE_LOG_NAME, known);
        }
        for (LogFile file : folder.callRecords()) {
            places.find(file, LogFolder.MASTER_CSV_NAME, known);
        }
        return places;
    }

    private void find(LogFile file, String log, List<FilePlace> known) throws LedgerUnavailable {
        byte[] beginning = beginning(file);
        if (beginning.length == 0) {
            return;
        }
        Optional<FilePlace> place = known.stream()
                .filter(one -> one.log().equals(log)
                        && one.length() <= beginning.length
                        && one.digest().equals(digest(beginning, one.length())))
                .findFirst();
        Mark start = place.filter(one -> file.isGzipped() || one.offset() <= size(file))
                .map(one -> new Mark(Long.MIN_VALUE, one.offset(), one.line()))
                // New, or cut by somebody to less than was read: from its first line on.
                .orElse(new Mark(Long.MIN_VALUE, 0, 0));
        files.put(file.name(), new Begun(log, beginning.length, digest(beginning, beginning.length), start));
    }

    private static byte[] beginning(LogFile file) throws LedgerUnavailable {
        try (InputStream in = file.open(0)) {
            return in.readNBytes(BEGINNING);
        } catch (IOException cutShort) {
            // A packed file whose beginning is broken is known to nobody; the reading proper says what is wrong with
            // it.
            return new byte[0];
        }
    }

    private static long size(LogFile file) {
        try {
            return Files.size(file.path());
        } catch (IOException gone) {
            return 0;
        }
    }

    private static String digest(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    long offset(LogFile file) {
        Begun begun = files.get(file.name());
        return begun == null ? 0 : begun.start.offset;
    }

    long line(LogFile file) {
        Begun begun = files.get(file.name());
        return begun == null ? 0 : begun.start.line;
    }

    /** What notes how far the file is read; null where nobody wants to know. */
    @Nullable
    Begun begun(LogFile file) {
        return files.get(file.name());
    }

    /** Where the next reading may begin that needs no line before that time; files found empty are not among them. */
    public List<FilePlace> behind(long queueLogFrom, long callRecordsFrom) {
        List<FilePlace> places = new ArrayList<>();
        for (Begun begun : files.values()) {
            long from = begun.log.equals(LogFolder.QUEUE_LOG_NAME) ? queueLogFrom : callRecordsFrom;
            Mark start = begun.start;
            for (Mark mark : begun.marks) {
                if (mark.latest < from) {
                    start = mark;
                }
            }
            places.add(new FilePlace(begun.log, begun.length, begun.digest, start.offset, start.line));
        }
        return places;
    }
}
