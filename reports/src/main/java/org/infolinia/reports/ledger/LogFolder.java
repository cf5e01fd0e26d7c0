package org.infolinia.reports.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that Asterisk's logs are in.
 *
 * <p>Takes {@code queue_log} and {@code Master.csv} with whatever a rotation appends ({@code .1}, {@code -20261101},
 * {@code .2.gz}); the CDR may be in {@code cdr-csv} below it, as Asterisk has it.
 */
public final class LogFolder {

    static final String QUEUE_LOG_NAME = "queue_log";
    static final String MASTER_CSV_NAME = "Master.csv";

    private static final Pattern QUEUE_LOG = Pattern.compile("queue_log(?<rotation>[.-][0-9A-Za-z._-]*)?");
    private static final Pattern MASTER_CSV = Pattern.compile("Master\\.csv(?<rotation>[.-][0-9A-Za-z._-]*)?");
    private static final Pattern PACKED_OTHERWISE = Pattern.compile(".*\\.(bz2|xz|zst|zip|Z|lz4)");
    private static final Pattern LAST_NUMBER = Pattern.compile("[.-](?<number>[0-9]{1,14})(?:\\.gz)?$");
    private static final int FEWEST_DATE_DIGITS = 6;

    private final List<LogFile> queueLogs = new ArrayList<>();
    private final List<LogFile> callRecords = new ArrayList<>();
    private final List<Unreadable> notRead = new ArrayList<>();

    private LogFolder() {}

    /**
     * Looks at what is there; a log that cannot be read is told now, not when millions of lines of another have been.
     *
     * @throws LedgerUnavailable when the folder is missing, is none, is empty, has no queue log, or has a log that cannot
     *     be read
     */
    public static LogFolder open(Path folder) throws LedgerUnavailable {
        if (!Files.exists(folder)) {
            throw new LedgerUnavailable("the folder " + folder + " does not exist", null);
        }
        if (!Files.isDirectory(folder)) {
            throw new LedgerUnavailable(
                    folder + " is a file; the folder is needed that queue_log and Master.csv are in", null);
        }
        LogFolder found = new LogFolder();
        if (found.list(folder, "") == 0) {
            throw new LedgerUnavailable("the folder " + folder + " is empty", null);
        }
        if (Files.isDirectory(folder.resolve("cdr-csv"))) {
            found.list(folder.resolve("cdr-csv"), "cdr-csv/");
        }
        if (found.queueLogs.isEmpty()) {
            throw new LedgerUnavailable(
                    "the folder " + folder + " has no queue_log, under this name or with what a rotation appends",
                    null);
        }
        found.queueLogs.sort(OLDEST_FIRST);
        found.callRecords.sort(OLDEST_FIRST);
        return found;
    }

    private int list(Path folder, String prefix) throws LedgerUnavailable {
        int entries = 0;
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.sorted().toList()) {
                entries++;
                consider(path, prefix);
            }
        } catch (IOException fault) {
            throw new LedgerUnavailable("cannot list the folder " + folder + ": " + fault.getMessage(), fault);
        }
        return entries;
    }

    private void consider(Path path, String prefix) throws LedgerUnavailable {
        String name = path.getFileName().toString();
        boolean queueLog = QUEUE_LOG.matcher(name).matches();
        if (!queueLog && !MASTER_CSV.matcher(name).matches()) {
            return;
        }
        LogFile file = new LogFile(path, prefix + name);
        if (Files.isDirectory(path)) {
            notRead.add(new Unreadable(file.name(), 0, "is a folder, not a file"));
        } else if (PACKED_OTHERWISE.matcher(name).matches()) {
            notRead.add(new Unreadable(file.name(), 0, "is packed in a way that is not read; unpack it, or use gzip"));
        } else if (!Files.isReadable(path)) {
            throw new LedgerUnavailable(
                    "cannot open " + path + ": it is gone, or whoever runs this has no right to read it", null);
        } else {
            (queueLog ? queueLogs : callRecords).add(file);
        }
    }

    /**
     * Order of files whose first time stamps are equal: {@code queue_log.2}, {@code queue_log.1}, {@code queue_log};
     * dated ones by date, and older than numbered ones.
     */
    private static final Comparator<LogFile> OLDEST_FIRST =
            Comparator.comparingLong(LogFolder::age).reversed().thenComparing(LogFile::name);

    private static long age(LogFile file) {
        Matcher last = LAST_NUMBER.matcher(file.name());
        Optional<String> number = last.find() ? Optional.of(last.group("number")) : Optional.empty();
        if (number.isEmpty()) {
            return 0;
        }
        long value = Long.parseLong(number.get());
        boolean date = number.get().length() >= FEWEST_DATE_DIGITS;
        return date ? Long.MAX_VALUE - value : value;
    }

    List<LogFile> queueLogs() {
        return List.copyOf(queueLogs);
    }

    List<LogFile> callRecords() {
        return List.copyOf(callRecords);
    }

    /** Entries with a log's name that are none. */
    List<Unreadable> notRead() {
        return List.copyOf(notRead);
    }

    /**
     * What can be seen of the files without reading them: equal as long as nobody wrote, renamed or cut one.
     *
     * @throws LedgerUnavailable when a file is gone again
     */
    public String appearance() throws LedgerUnavailable {
        StringBuilder seen = new StringBuilder();
        for (List<LogFile> files : List.of(queueLogs, callRecords)) {
            for (LogFile file : files) {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
                    seen.append(file.name())
                            .append(' ')
                            .append(attributes.fileKey())
                            .append(' ')
                            .append(attributes.size())
                            .append(' ')
                            .append(attributes.lastModifiedTime())
                            .append('\n');
                } catch (IOException fault) {
                    throw new LedgerUnavailable("cannot see " + file.path() + ": " + fault.getMessage(), fault);
                }
            }
        }
        return seen.toString();
    }

    /** Whether any CDR is there. */
    public boolean hasCallRecords() {
        return !callRecords.isEmpty();
    }
}
