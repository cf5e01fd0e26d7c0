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
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.Offer;

/**
 * Writes calls as lines: UTF-8, a semicolon between fields, as a Polish spreadsheet program expects.
 *
 * <p>Callers' numbers are masked unless asked for. Texts that a spreadsheet would take for a formula get an apostrophe.
 */
public final class CallCsv implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final int SHOWN_DIGITS = 3;

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
                    "dumped")
            .get();

    private final CSVPrinter printer;
    private final ZoneId zone;
    private final boolean wholeNumbers;

    /**
     * Writes the heading.
     *
     * @param out          flushed, never closed
     * @param zone         whose clock arrivals are told by
     * @param wholeNumbers whether callers' numbers are told whole
     */
    public CallCsv(OutputStream out, ZoneId zone, boolean wholeNumbers) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(text, FORMAT);
        this.zone = zone;
        this.wholeNumbers = wholeNumbers;
    }

    /** @throws UncheckedIOException when it cannot be written */
    public void write(FinishedCall call) {
        try {
            printer.printRecord(
                    call.linkedId(),
                    call.kind().name().toLowerCase(Locale.ROOT),
                    call.arrived().atZone(zone).toOffsetDateTime(),
                    call.received(),
                    number(call.callerNumber()),
                    number(call.dialledNumber()),
                    call.outcome().spelled(),
                    call.waitTime().toSeconds(),
                    call.talkTime().toSeconds(),
                    call.queues().stream().map(queue -> queue.value()).collect(Collectors.joining(" ")),
                    plain(call.conversations().stream()
                            .map(Conversation::consultant)
                            .distinct()
                            .collect(Collectors.joining(" "))),
                    call.conversations().stream()
                            .map(talk -> talk.endedBy().name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" ")),
                    offers(call, Offer.Response.REJECTED),
                    offers(call, Offer.Response.MISSED),
                    offers(call, Offer.Response.DUMPED));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private String number(Optional<String> number) {
        return plain(wholeNumbers ? number.orElse("") : masked(number.orElse("")));
    }

    /** The last three digits stay: enough to tell two calls apart, not to call anybody. */
    private static String masked(String number) {
        int hidden = Math.max(0, number.length() - SHOWN_DIGITS);
        return "*".repeat(hidden) + number.substring(hidden);
    }

    private static String plain(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static long offers(FinishedCall call, Offer.Response response) {
        return call.offers().stream()
                .filter(offer -> offer.response() == response)
                .count();
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
