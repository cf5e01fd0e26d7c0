package org.infolinia.reports.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads all queue log files of a folder as one log, in order of time. */
public final class QueueLog {

    private static final int PEEKED_LINES = 16;
    private static final int PEEK_ROOM = 16 * 1024;

    private final LogFolder folder;
    private final KnownQueues queues;
    private final CallIds ids;
    private final Reading reading;

    public QueueLog(LogFolder folder, KnownQueues queues, CallIds ids, Reading reading) {
        this.folder = folder;
        this.queues = queues;
        this.ids = ids;
        this.reading = reading;
    }

    /**
     * Reads each file once, and all of them once more only where time jumps back within one of them.
     *
     * @param folding asked again for the second reading
     */
    public <F extends LedgerLines> QueueLogReading<F> read(Folding<F> folding) throws LedgerUnavailable {
        List<LogRun> files = new ArrayList<>();
        for (LogFile file : folder.queueLogs()) {
            long offset = reading.places().offset(file);
            files.add(new LogRun(file, offset, reading.places().line(file), Long.MAX_VALUE, firstTime(file, offset)));
        }
        QueueLogPass<F> pass = new QueueLogPass<>(queues, ids, reading, folding);
        F fold = pass.read(files);
        // Of the first reading: the second meets no jump that the first has mended.
        OutOfOrder outOfOrder = pass.outOfOrder();
        List<LogRun> runs = pass.found();
        if (runs.size() > files.size()) {
            pass = new QueueLogPass<>(queues, ids, reading, folding);
            fold = pass.read(runs);
        }
        for (Unreadable entry : folder.notRead()) {
            pass.unreadable().add(entry);
        }
        return new QueueLogReading<>(
                fold, pass.unreadable(), outOfOrder, pass.setAside(), pass.latest(), pass.stoppedShort());
    }

    /**
     * The earliest time stamp at which a reading would begin; {@link Long#MAX_VALUE} where there is none.
     *
     * @throws LedgerUnavailable when a file cannot be opened
     */
    public static long earliest(LogFolder folder, LogPlaces places) throws LedgerUnavailable {
        long earliest = Long.MAX_VALUE;
        for (LogFile file : folder.queueLogs()) {
            earliest = Math.min(earliest, firstTime(file, places.offset(file)));
        }
        return earliest;
    }

    /** The earliest of the first few time stamps; a file without one goes last. */
    private static long firstTime(LogFile file, long offset) throws LedgerUnavailable {
        long earliest = Long.MAX_VALUE;
        try (LineScanner scanner = new LineScanner(file.open(offset), offset, 0, PEEK_ROOM)) {
            for (int i = 0; i < PEEKED_LINES; i++) {
                LineScanner.Found found = scanner.next();
                if (found == LineScanner.Found.END) {
                    break;
                }
                long time = found == LineScanner.Found.LINE ? QueueLogLine.timeOf(scanner) : -1;
                if (time >= 0) {
                    earliest = Math.min(earliest, time);
                }
            }
        } catch (IOException cutShort) {
            // The reading proper meets the same fault, and says where.
            return earliest;
        }
        return earliest;
    }
}
