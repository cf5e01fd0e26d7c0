package org.infolinia.reports.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import org.infolinia.reports.Report;
import org.infolinia.reports.availability.ConsultantFigures;
import org.infolinia.reports.availability.Coverage;
import org.infolinia.reports.availability.Presence;
import org.infolinia.reports.availability.PresenceDay;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.DayFigures;
import org.infolinia.reports.figures.Reconciliation;
import org.infolinia.reports.figures.WaitFigures;
import org.infolinia.reports.ledger.Unreadable;
import org.infolinia.reports.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as JSON: UTF-8, the same bytes for the same report.
 *
 * <p>Chat and form are {@code null} until their figures are counted.
 */
public final class ReportJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ReportJson() {}

    /** Leaves the stream open. */
    public static void write(Report report, OutputStream out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer);
            write(report, json);
            json.writeRaw('\n');
        }
    }

    private static void write(Report report, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("period", report.period().name());
        json.writeStringField("zone", report.period().zone().getId());
        json.writeObjectFieldStart("thresholds");
        json.writeNumberField("serviceLevel", report.thresholds().serviceLevel().toSeconds());
        json.writeNumberField(
                "abandonedShort", report.thresholds().abandonedShort().toSeconds());
        json.writeNumberField("hungUpEarly", report.thresholds().hungUpEarly().toSeconds());
        json.writeEndObject();
        calls(report, json);
        availability(report, json);
        json.writeNullField("chat");
        json.writeNullField("form");
        reconciliation(report, json);
        unreadable(report, json);
        json.writeObjectFieldStart("setAside");
        for (Map.Entry<String, Long> queue : report.setAside().entrySet()) {
            json.writeNumberField(queue.getKey(), queue.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("notes");
        for (Words note : report.notes()) {
            json.writeString(note.english());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void calls(Report report, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("calls");
        json.writeArrayFieldStart("days");
        for (DayFigures day : report.calls().days()) {
            json.writeStartObject();
            json.writeStringField("date", day.date().toString());
            figures(day.figures(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("total");
        figures(report.calls().total(), json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void availability(Report report, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("availability");
        json.writeArrayFieldStart("consultants");
        for (ConsultantFigures consultant : report.availability().consultants()) {
            json.writeStartObject();
            json.writeStringField("consultant", consultant.consultant());
            json.writeArrayFieldStart("days");
            for (PresenceDay day : consultant.days()) {
                json.writeStartObject();
                json.writeStringField("date", day.date().toString());
                presence(day.presence(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("total");
            presence(consultant.total(), json);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("coverage");
        for (Coverage day : report.availability().coverage()) {
            json.writeStartObject();
            json.writeStringField("date", day.date().toString());
            number("openSeconds", day.openSeconds(), json);
            share("atLeastOne", day.atLeastOne(), json);
            share("atLeastSix", day.atLeastSix(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void presence(Presence presence, JsonGenerator json) throws IOException {
        json.writeNumberField("loggedIn", presence.loggedIn());
        json.writeNumberField("available", presence.available());
        json.writeNumberField("talking", presence.talking());
        json.writeNumberField("afterCall", presence.afterCall());
        json.writeObjectFieldStart("paused");
        for (Map.Entry<String, Long> reason : presence.paused().entrySet()) {
            json.writeNumberField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
        share("occupancy", presence.occupancy(), json);
        json.writeBooleanField("estimated", presence.estimated());
    }

    private static void figures(CallFigures figures, JsonGenerator json) throws IOException {
        number("received", figures.received(), json);
        json.writeNumberField("closedHours", figures.closedHours());
        json.writeNumberField("leftInIvr", figures.leftInIvr());
        json.writeNumberField("refused", figures.refused());
        json.writeNumberField("offered", figures.offered());
        json.writeNumberField("answered", figures.answered());
        json.writeNumberField("unanswered", figures.unanswered());
        json.writeNumberField("abandoned", figures.abandoned());
        json.writeNumberField("abandonedShort", figures.abandonedShort());
        json.writeNumberField("timedOut", figures.timedOut());
        json.writeNumberField("exitedByKey", figures.exitedByKey());
        json.writeNumberField("removed", figures.removed());
        waits("waitAnswered", figures.waitAnswered(), json);
        waits("waitAbandoned", figures.waitAbandoned(), json);
        share("serviceLevel", figures.serviceLevel(), json);
        share("serviceLevelAnswered", figures.serviceLevelAnswered(), json);
        json.writeNumberField("talkSeconds", figures.talkSeconds());
        json.writeNumberField("droppedByConsultant", figures.droppedByConsultant());
        json.writeNumberField("rejectedOffers", figures.rejectedOffers());
        json.writeNumberField("rejectedCalls", figures.rejectedCalls());
        json.writeNumberField("missedOffers", figures.missedOffers());
        json.writeNumberField("dumped", figures.dumped());
        json.writeNumberField("hungUpEarly", figures.hungUpEarly());
        json.writeNumberField("endedByConsultant", figures.endedByConsultant());
    }

    private static void waits(String name, WaitFigures waits, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        number("mean", waits.mean(), json);
        number("median", waits.median(), json);
        number("p90", waits.p90(), json);
        number("max", waits.max(), json);
        json.writeEndObject();
    }

    private static void reconciliation(Report report, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("reconciliation");
        for (Reconciliation call : report.calls().reconciliation()) {
            json.writeStartObject();
            json.writeStringField("callId", call.callId());
            json.writeStringField("kind", call.kind().spelled());
            json.writeStringField("queueLog", call.queueLog());
            json.writeStringField("cdr", call.cdr());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("reconciliationCount", report.calls().reconciliationCount());
    }

    private static void unreadable(Report report, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("unreadable");
        for (Unreadable line : report.unreadable()) {
            json.writeStartObject();
            json.writeStringField("file", line.file());
            json.writeNumberField("line", line.line());
            json.writeStringField("reason", line.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("unreadableCount", report.unreadableCount());
    }

    private static void number(String name, @Nullable Long value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private static void share(String name, @Nullable BigDecimal value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
