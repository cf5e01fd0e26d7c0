package org.infolinia.reports.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of the queue log: merges the runs by time and hands the lines on. */
final class QueueLogPass<F extends LedgerLines> {

    /** More jumps than these are not mended: the lines behind one are taken as they come, and counted. */
    static final int MOST_JUMPS = 200;

    private static final int FEW_RUNS = 8;
    private static final int LARGE_ROOM = 256 * 1024;
    private static final int SMALL_ROOM = 32 * 1024;

    private final KnownQueues queues;
    private final CallIds ids;
    private final Span span;
    private final Reading reading;
    private final HandOver<F> handOver;
    private final UnreadableLines unreadable = new UnreadableLines();
    private final SetAside setAside = new SetAside();
    private final List<LogRun> found = new ArrayList<>();
    private OutOfOrder outOfOrder = OutOfOrder.NONE;
    private int jumps;
    private long latest = Long.MIN_VALUE;
    private long stoppedShort = Long.MAX_VALUE;

    QueueLogPass(KnownQueues queues, CallIds ids, Reading reading, Folding<F> folding) {
        this.queues = queues;
        this.ids = ids;
        this.reading = reading;
        this.span = reading.span();
        this.handOver = new HandOver<>(folding, setAside);
    }

    /**
     * Reads them all.
     *
     * @return what took the lines in
     */
    F read(List<LogRun> runs) throws LedgerUnavailable {
        List<LogRun> waiting = new ArrayList<>(runs);
        // A stable sort: runs that start together stay in the order of their files.
        waiting.sort(Comparator.comparingLong(LogRun::starts));
        int room = runs.size() > FEW_RUNS ? SMALL_ROOM : LARGE_ROOM;
        List<Reader> open = new ArrayList<>();
        boolean read = false;
        try {
            boolean folding = handOver.awaitFolding();
            while (folding && (!open.isEmpty() || !waiting.isEmpty())) {
                Reader first = earliest(open);
                if (first == null || !waiting.isEmpty() && waiting.get(0).starts() <= first.clock) {
                    open.add(new Reader(waiting.remove(0), room));
                } else {
                    handOn(first, limit(first, open, waiting));
                    if (first.ended) {
                        open.remove(first);
                        first.scanner.close();
                    }
                }
            }
            read = true;
        } catch (IOException fault) {
            throw new LedgerUnavailable("cannot close a log file: " + fault.getMessage(), fault);
        } finally {
            if (!read) {
                handOver.abandon();
            }
        }
        return handOver.finish();
    }

    /** The runs there really are: more than were given where time jumps back within one of them. */
    List<LogRun> found() {
        return found;
    }

    private @Nullable Reader earliest(List<Reader> open) {
        Reader first = null;
        for (Reader reader : open) {
            if (first == null || reader.clock < first.clock) {
                first = reader;
            }
        }
        return first;
    }

    /** Up to which time the reader may go on without asking the others. */
    private long limit(Reader first, List<Reader> open, List<LogRun> waiting) {
        long limit = waiting.isEmpty() ? Long.MAX_VALUE : waiting.get(0).starts() - 1;
        for (Reader reader : open) {
            if (reader != first) {
                limit = Math.min(limit, reader.clock);
            }
        }
        return Math.max(limit, first.clock);
    }

    private void handOn(Reader reader, long limit) throws LedgerUnavailable {
        do {
            if (reader.full) {
                handOver.add(reader.line, reader.clock);
            }
            reader.step();
        } while (!reader.ended && reader.clock <= limit);
    }

    UnreadableLines unreadable() {
        return unreadable;
    }

    OutOfOrder outOfOrder() {
        return outOfOrder;
    }

    SetAside setAside() {
        return setAside;
    }

    long latest() {
        return latest;
    }

    long stoppedShort() {
        return stoppedShort;
    }

    /** Reads one run, one line ahead. */
    private final class Reader {

        private final LineScanner scanner;
        private final QueueLogLine line = new QueueLogLine();
        private final LogPlaces.@Nullable Begun begun;
        private LogRun run;
        /** Latest time stamp read; what is still to come is at most a minute older. */
        private long clock;

        private boolean full;
        private boolean ended;

        Reader(LogRun run, int room) throws LedgerUnavailable {
            this.run = run;
            this.begun = reading.places().begun(run.file());
            this.clock = run.starts();
            this.scanner = new LineScanner(run.file().open(run.offset()), run.offset(), run.line(), room);
            found.add(run);
        }

        /** Reads the next line near the report's time. */
        void step() {
            full = false;
            try {
                while (!full && !ended) {
                    read();
                }
            } catch (IOException fault) {
                unreadable.add(run.file().name(), scanner.number(), "the file breaks off: " + fault.getMessage());
                ended = true;
            }
        }

        private void read() throws IOException {
            LineScanner.Found next = scanner.next();
            if (next == LineScanner.Found.END || scanner.number() > run.end()) {
                ended = true;
                return;
            }
            switch (next) {
                case CUT -> unreadable("the last line has no line end");
                case TOO_LONG -> unreadable("longer than " + LineScanner.LONGEST_LINE + " bytes");
                default -> take();
            }
        }

        private void take() {
            long time = QueueLogLine.timeOf(scanner);
            if (time < 0) {
                unreadable(
                        scanner.barCount() < 4
                                ? "fewer than five columns"
                                : "does not begin with a time stamp of ten digits");
                return;
            }
            if (time >= reading.future()) {
                return;
            }
            if (time >= reading.until()) {
                stoppedShort = Math.min(stoppedShort, time);
                // Lines may still be late by as much.
                ended = time >= reading.until() + LastMinute.WINDOW;
                return;
            }
            if (begun != null) {
                begun.note(time, scanner.offset(), scanner.number() - 1);
            }
            MemberTexts members = reading.members();
            if (!span.isNear(time) && (members == null || time >= span.to() || !QueueLogLine.isOfConsultant(scanner))) {
                return;
            }
            String fault = line.read(scanner, time, ids, queues);
            if (fault != null) {
                unreadable(fault);
                return;
            }
            if (time < clock - LastMinute.WINDOW) {
                if (jumps < MOST_JUMPS) {
                    jumpBack(time);
                } else {
                    outOfOrder = outOfOrder.with(run.file().name(), scanner.number());
                }
            }
            clock = Math.max(clock, time);
            latest = Math.max(latest, time);
            if (members != null && line.queue != KnownQueues.FOREIGN) {
                line.noteConsultant(scanner, members);
            }
            LineTexts texts = reading.texts();
            if (texts != null && line.queue != KnownQueues.FOREIGN) {
                texts.note(line, scanner);
            }
            if (line.queue != KnownQueues.FOREIGN) {
                full = true;
            } else if (span.holds(time)) {
                setAside();
                full = true;
            }
        }

        /** Goes the way of all lines, so that a repeated one counts once; what it says matters no more. */
        private void setAside() {
            long queue = QueueLogLine.queueHash(scanner);
            line.queue = KnownQueues.FOREIGN - setAside.row(queue, () -> QueueLogLine.queueShown(scanner));
            line.consultant += queue;
        }

        /** From this line on it is another run; this pass is void, but finds the others. */
        private void jumpBack(long time) {
            jumps++;
            found.set(
                    found.indexOf(run),
                    new LogRun(run.file(), run.offset(), run.line(), scanner.number() - 1, run.starts()));
            run = new LogRun(run.file(), scanner.offset(), scanner.number() - 1, run.end(), time);
            found.add(run);
            clock = time;
        }

        private void unreadable(String reason) {
            unreadable.add(run.file().name(), scanner.number(), reason);
        }
    }
}
