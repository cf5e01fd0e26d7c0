package org.infolinia.reports.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the CDR tells: which inbound calls arrived when, and which unique ids are one call.
 *
 * <p>Source: {@code Master.csv}. Memory goes by the calls of the report's time (27 bytes each; room for those that the
 * files may have is made at once, 32 MB at most) and by the unique ids that a transfer put under another linked id; an id
 * that is its own linked id, as nearly all are, is not kept.
 */
public final class InboundCalls {

    private static final int LONGEST_RECORD = LineScanner.LONGEST_LINE;
    private static final int ROOM = 128 * 1024;
    private static final int MOST_LINKS = 16;
    /** Records come at the end of a call: so much later than another one it may have begun, in seconds. */
    private static final long LATEST_END = 24 * 3_600L;

    /**
     * So many records are read before the queue log is read too. Any earlier it would only wait, and keep Java from
     * compiling first what reads the records.
     */
    private static final int HEAD_START = 400_000;

    /** What Asterisk 22 writes of a call from a trunk into a queue. */
    private static final int BYTES_OF_RECORD = 275;
    /** 32 MB; more calls find room as they come. */
    private static final int MOST_EXPECTED = 1_200_000;

    private static final long ABSENT = -1;
    private static final String CUT = "the last line has no line end";
    private static final String NO_RECORD = "not a call detail record of cdr_csv";

    private final CallIds ids;
    private final Span span;
    private final Reading reading;
    private final @Nullable CallRecordTexts texts;
    private final Runnable underWay;
    private final UnreadableLines unreadable = new UnreadableLines();
    private final LongMap links = new LongMap();
    private LongMap arrivals;
    private long withIds;
    private long records;

    private InboundCalls(
            CallIds ids, Reading reading, @Nullable CallRecordTexts texts, Runnable underWay, LongMap arrivals) {
        this.arrivals = arrivals;
        this.ids = ids;
        this.reading = reading;
        this.span = reading.span();
        this.texts = texts;
        this.underWay = underWay;
    }

    /**
     * Reads all CDR files of the folder, each once; none at all is no fault, see {@link #areKnown}.
     *
     * @param underWay is run, more than once, where there are many records: the log may be read beside the rest
     */
    public static InboundCalls read(LogFolder folder, CallIds ids, Reading reading, ZoneId zone, Runnable underWay)
            throws LedgerUnavailable {
        return read(folder, zone, new InboundCalls(ids, reading, null, underWay, room(folder)));
    }

    /** The same, with what the records tell of single calls. */
    public static InboundCalls read(LogFolder folder, CallIds ids, Reading reading, ZoneId zone, CallRecordTexts texts)
            throws LedgerUnavailable {
        return read(folder, zone, new InboundCalls(ids, reading, texts, () -> {}, new LongMap()));
    }

    /** For the calls that plain files may have: growing by and by would take a good part of the time of reading them. */
    private static LongMap room(LogFolder folder) {
        long bytes = 0;
        for (LogFile file : folder.callRecords()) {
            bytes += file.size();
        }
        return LongMap.roomFor((int) Math.min(bytes / BYTES_OF_RECORD, MOST_EXPECTED));
    }

    private static InboundCalls read(LogFolder folder, ZoneId zone, InboundCalls calls) throws LedgerUnavailable {
        for (LogFile file : folder.callRecords()) {
            calls.read(file, new CallRecord(calls.ids, zone));
        }
        calls.joinLinked();
        return calls;
    }

    private void read(LogFile file, CallRecord record) throws LedgerUnavailable {
        FileReading rest = new FileReading(file, record);
        try (InputStream in = file.open(rest.offset)) {
            while (rest.takeWhatIsThere()) {
                rest.fill(in);
                if (records >= HEAD_START) {
                    underWay.run();
                }
            }
        } catch (IOException fault) {
            unreadable.add(file.name(), rest.line, "the file breaks off: " + fault.getMessage());
        }
    }

    /** One file, a buffer at a time. */
    private final class FileReading {

        private final LogFile file;
        private final CallRecord record;
        private final CsvRecord csv = new CsvRecord();
        private final LogPlaces.@Nullable Begun begun;
        private final byte[] bytes = new byte[ROOM + CsvRecord.SLACK];
        /** Bytes of the file before the buffer's first. */
        private long offset;

        private long line;
        private int from;
        private int limit;
        private boolean exhausted;
        private boolean withinLine;

        FileReading(LogFile file, CallRecord record) {
            this.file = file;
            this.record = record;
            this.begun = reading.places().begun(file);
            this.offset = reading.places().offset(file);
            this.line = reading.places().line(file) + 1;
        }

        /** Reads on, behind the record that is there in part. */
        void fill(InputStream in) throws IOException {
            System.arraycopy(bytes, from, bytes, 0, limit - from);
            limit -= from;
            offset += from;
            from = 0;
            int read = in.read(bytes, limit, ROOM - limit);
            exhausted = read < 0;
            limit += Math.max(read, 0);
        }

        /** Takes the records that are there; false where none is to come that matters. */
        boolean takeWhatIsThere() {
            while (true) {
                int most = Math.min(limit, from + LONGEST_RECORD);
                CsvRecord.Found found = csv.read(bytes, from, most);
                if (found == CsvRecord.Found.UNFINISHED && most == limit && !exhausted) {
                    return true;
                }
                if (from == limit) {
                    return false;
                }
                if (!withinLine && found == CsvRecord.Found.RECORD && record.read(csv)) {
                    if (record.start < reading.future() && record.start - LATEST_END >= reading.until()) {
                        return false;
                    }
                    if (record.start < reading.future()) {
                        if (begun != null) {
                            begun.note(record.start + record.duration, offset + from, line - 1);
                        }
                        take(record, csv);
                    }
                    line += csv.lines();
                    from = csv.end();
                } else {
                    giveUpLine();
                }
            }
        }

        /** Only this line is given up: a record may begin on the next. */
        private void giveUpLine() {
            int next = behindLine(bytes, from, limit);
            boolean whole = bytes[next - 1] == '\n';
            if (!withinLine) {
                unreadable.add(file.name(), line, whole || !exhausted ? NO_RECORD : CUT);
            }
            line += whole ? 1 : 0;
            withinLine = !whole;
            from = next;
        }
    }

    private static int behindLine(byte[] bytes, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return limit;
    }

    private void take(CallRecord record, CsvRecord csv) {
        records++;
        boolean hasIds = record.uniqueId != CallIds.NO_CALL || record.linkedId != CallIds.NO_CALL;
        if (hasIds) {
            withIds++;
        }
        if (!hasIds || !span.isNear(record.start)) {
            return;
        }
        long call = record.linkedId == CallIds.NO_CALL ? record.uniqueId : record.linkedId;
        if (record.uniqueId != CallIds.NO_CALL && record.uniqueId != call) {
            long known = links.get(record.uniqueId, call);
            links.put(record.uniqueId, ids.older(known, call));
        }
        if (texts != null) {
            texts.note(record, csv, call);
        }
        if (record.inbound) {
            arrivals.least(call, record.start);
        }
    }

    /** Calls whose linked id turned out to be another call's leg are that call. */
    private void joinLinked() {
        if (links.size() == 0) {
            return;
        }
        LongMap joined = new LongMap(arrivals.places());
        for (long call : arrivals.keys()) {
            joined.least(call(call), arrivals.get(call, ABSENT));
        }
        arrivals = joined;
    }

    /** The linked id that an id of the queue log belongs to; itself where the CDR gives none. */
    public long call(long id) {
        if (links.size() == 0) {
            return id;
        }
        long call = id;
        // A chain only grows older, so it ends; the bound is for ids that no Asterisk wrote.
        for (int i = 0; i < MOST_LINKS; i++) {
            long linked = links.get(call, call);
            if (linked == call) {
                return call;
            }
            call = linked;
        }
        return call;
    }

    /** Whether there is a CDR that can be counted: records, all or some with ids, or a file that has none yet. */
    public boolean areKnown() {
        return records == 0 || withIds > 0;
    }

    /** Whole seconds of the epoch at which the inbound call's first leg began; -1 when the CDR has no such call. */
    public long arrivedAt(long call) {
        return arrivals.get(call, ABSENT);
    }

    /** The same of all inbound calls near the report's time. */
    public LongMap arrivals() {
        return arrivals;
    }

    /** All inbound calls near the report's time, oldest first. */
    public long[] calls() {
        long[] calls = arrivals.keys();
        Arrays.sort(calls);
        return calls;
    }

    public UnreadableLines unreadable() {
        return unreadable;
    }
}
