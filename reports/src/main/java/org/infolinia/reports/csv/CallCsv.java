package org.infolinia.reports.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.infolinia.reports.rows.CallRow;

/**
 * Writes calls as lines by RFC 4180: UTF-8, a semicolon between fields, as a Polish spreadsheet program expects.
 *
 * <p>Texts that a spreadsheet would take for a formula get an apostrophe.
 */
public final class CallCsv implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .setHeader(
                    "linkedId",
                    "kind",
                    "arrived",
                    "received",
                    "callerNumber",
                    "dialledNumber",
                    "outcome",
                    "waitSeconds",
                    "talkSeconds",
                    "queues",
                    "consultants",
                    "endedBy",
                    "rejectedOffers",
                    "missedOffers",
                    "dumped",
                    "hungUpEarly",
                    "endedByConsultant")
            .get();

    private final CSVPrinter printer;
    private final ZoneId zone;

    /**
     * Writes the heading.
     *
     * @param out  flushed, never closed
     * @param zone whose clock arrivals are told by
     */
    public CallCsv(OutputStream out, ZoneId zone) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(text, FORMAT);
        this.zone = zone;
    }

    /** @throws UncheckedIOException when it cannot be written */
    public void write(CallRow row) {
        try {
            printer.printRecord(
                    row.linkedId(),
                    row.kind().name().toLowerCase(Locale.ROOT),
                    row.arrived().atZone(zone).toOffsetDateTime(),
                    row.received(),
                    plain(row.callerNumber()),
                    plain(row.dialledNumber()),
                    row.outcome().spelled(),
                    row.waitSeconds(),
                    row.talkSeconds(),
                    row.queues(),
                    plain(row.consultants()),
                    row.endedBy(),
                    row.rejectedOffers(),
                    row.missedOffers(),
                    row.dumped(),
                    row.hungUpEarly(),
                    row.endedByConsultant());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String plain(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
