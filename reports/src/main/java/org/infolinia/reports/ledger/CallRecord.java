package org.infolinia.reports.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The columns of one call detail record that reports need.
 *
 * <p>Source: {@code build_csv_record} in {@code cdr/cdr_csv.c}: accountcode, src, dst, dcontext, clid, channel,
 * dstchannel, lastapp, lastdata, start, answer, end, duration, billsec, disposition, amaflags; then uniqueid and
 * userfield, each where switched on; then peeraccount, linkedid, sequence, where {@code newcdrcolumns} is on. The number
 * of columns tells which, but for one of uniqueid and userfield: there the look of the column does.
 */
final class CallRecord {

    /** What the endpoint of a browser's line begins with. */
    private static final String BROWSER = "desk_";

    /** What the endpoint of an operator's trunk begins with. */
    private static final String TRUNK = "infolinia-";

    private static final byte[] INBOUND = "infolinia-in".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OUTBOUND = "infolinia-out".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWERED = "ANSWERED".getBytes(StandardCharsets.US_ASCII);
    private static final int ACCOUNT = 0;
    private static final int SOURCE = 1;
    private static final int DESTINATION = 2;
    private static final int CHANNEL = 5;
    private static final int OTHER_CHANNEL = 6;
    private static final int DISPOSITION = 14;
    private static final int LONGEST_NUMBER = 80;
    private static final int LONGEST_NAME = 120;
    private static final int START = 9;
    private static final int DURATION = 12;
    private static final int BILLSEC = 13;
    private static final int ALWAYS_THERE = 16;
    private static final int WITH_ALL = 21;
    private static final int NEW_COLUMNS = 3;
    /** Two clocks agree that differ by no more, in seconds. */
    private static final long AGREEMENT = 900;

    private final CallIds ids;
    private final ZoneId zone;
    private boolean localTimes;
    private long lastMonth;
    private long lastDay;
    private long lastMidnight = -1;

    boolean inbound;
    boolean outbound;
    long uniqueId;
    long linkedId;
    long start;
    /** Whole seconds from the start to the hang-up. */
    long duration;
    /** Whole seconds from the answer to the hang-up. */
    long billed;

    CallRecord(CallIds ids, ZoneId zone) {
        this.ids = ids;
        this.zone = zone;
    }

    /** Takes the record apart; false when it is none of Asterisk's. */
    boolean read(CsvRecord csv) {
        int fields = csv.fields();
        if (fields < ALWAYS_THERE || fields > WITH_ALL) {
            return false;
        }
        duration = number(csv, DURATION);
        billed = number(csv, BILLSEC);
        if (duration < 0 || billed < 0 || csv.to(START) - csv.from(START) != "2026-11-23 09:00:00".length()) {
            return false;
        }
        long written = written(csv.bytes(), csv.from(START));
        if (written < 0) {
            return false;
        }
        inbound = csv.spells(ACCOUNT, INBOUND);
        outbound = csv.spells(ACCOUNT, OUTBOUND);
        boolean newColumns = fields >= ALWAYS_THERE + NEW_COLUMNS;
        int optional = fields - ALWAYS_THERE - (newColumns ? NEW_COLUMNS : 0);
        uniqueId = optional == 0 ? CallIds.NO_CALL : id(csv, ALWAYS_THERE);
        if (optional == 1 && (uniqueId == CallIds.NO_CALL || ids.madeAt(uniqueId) < 0)) {
            uniqueId = CallIds.NO_CALL;
        }
        linkedId = newColumns ? id(csv, fields - 2) : CallIds.NO_CALL;
        start = moment(written);
        return true;
    }

    /** Number of the one who called, as far as it can be printed. */
    static String source(CsvRecord csv) {
        return LineTexts.printable(csv.bytes(), csv.from(SOURCE), csv.to(SOURCE), LONGEST_NUMBER);
    }

    /** Extension that was dialled, as far as it can be printed. */
    static String destination(CsvRecord csv) {
        return LineTexts.printable(csv.bytes(), csv.from(DESTINATION), csv.to(DESTINATION), LONGEST_NUMBER);
    }

    /**
     * The consultant of a call outwards: whoever dialled; where whoever was dialled has outlived that, whomever they talk
     * to. Empty where they wait.
     */
    static String consultant(CsvRecord csv) {
        String dialling = endpoint(csv, CHANNEL);
        if (!dialling.startsWith(TRUNK)) {
            return dialling;
        }
        String other = endpoint(csv, OTHER_CHANNEL);
        return other.startsWith(TRUNK) ? "" : other;
    }

    /** {@code anna} of {@code PJSIP/anna-00000012}, and of {@code PJSIP/desk_anna-00000012}, the line of a browser. */
    private static String endpoint(CsvRecord csv, int field) {
        String channel = LineTexts.printable(csv.bytes(), csv.from(field), csv.to(field), LONGEST_NAME);
        int end = channel.lastIndexOf('-');
        String endpoint = channel.substring(channel.indexOf('/') + 1, end < 0 ? channel.length() : end);
        return endpoint.startsWith(BROWSER) ? endpoint.substring(BROWSER.length()) : endpoint;
    }

    static boolean isAnswered(CsvRecord csv) {
        return csv.spells(DISPOSITION, ANSWERED);
    }

    private long id(CsvRecord csv, int field) {
        long key = ids.key(csv.bytes(), csv.from(field), csv.to(field));
        return key == CallIds.MALFORMED ? CallIds.NO_CALL : key;
    }

    private static long number(CsvRecord csv, int field) {
        return Digits.parse(csv.bytes(), csv.from(field), csv.to(field));
    }

    /**
     * Whether the box writes UTC ({@code usegmtime}) or its own time shows when a start is set against the moment in the
     * unique id; the last record that told decides for those that do not.
     */
    private long moment(long written) {
        long made = uniqueId == CallIds.NO_CALL ? -1 : ids.madeAt(uniqueId);
        if (made >= 0 && Math.abs(written - made) <= AGREEMENT) {
            localTimes = false;
            return written;
        }
        if (made < 0 && !localTimes) {
            return written;
        }
        long local = LocalDateTime.ofEpochSecond(written, 0, ZoneOffset.UTC)
                .atZone(zone)
                .toEpochSecond();
        if (made >= 0 && Math.abs(local - made) <= AGREEMENT) {
            localTimes = true;
            // Right in the hour that DST repeats as well.
            return made;
        }
        return localTimes ? local : written;
    }

    /** {@code 2026-11-23 09:00:00} as if it were UTC; -1 where it is no time. */
    private long written(byte[] bytes, int at) {
        long hour = Digits.parse(bytes, at + 11, at + 13);
        long minute = Digits.parse(bytes, at + 14, at + 16);
        long second = Digits.parse(bytes, at + 17, at + 19);
        long midnight = midnight(bytes, at);
        boolean sound = midnight >= 0
                && bytes[at + 10] == ' '
                && bytes[at + 13] == ':'
                && bytes[at + 16] == ':'
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second <= 60;
        return sound ? midnight + hour * 3_600 + minute * 60 + second : -1;
    }

    /** The same of {@code 2026-11-23}, which is mostly the day of the record before. */
    private long midnight(byte[] bytes, int at) {
        long month = Words.at(bytes, at);
        long day = Words.first(bytes, at + Long.BYTES, 2);
        if (month != lastMonth || day != lastDay) {
            lastMidnight = firstMidnight(bytes, at);
            lastMonth = month;
            lastDay = day;
        }
        return lastMidnight;
    }

    private static long firstMidnight(byte[] bytes, int at) {
        long year = Digits.parse(bytes, at, at + 4);
        long month = Digits.parse(bytes, at + 5, at + 7);
        long day = Digits.parse(bytes, at + 8, at + 10);
        boolean sound = bytes[at + 4] == '-'
                && bytes[at + 7] == '-'
                && year >= 1970
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of((int) year, (int) month).lengthOfMonth();
        return sound ? LocalDate.of((int) year, (int) month, (int) day).toEpochDay() * 86_400 : -1;
    }
}
