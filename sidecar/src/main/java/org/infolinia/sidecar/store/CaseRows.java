package org.infolinia.sidecar.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.cases.Case;
import org.infolinia.hotline.cases.CaseChange;
import org.infolinia.hotline.cases.CaseContact;
import org.infolinia.hotline.cases.CaseField;
import org.infolinia.hotline.cases.CaseLine;
import org.infolinia.hotline.cases.CaseNumber;

/** Reads what the tables of the cases hold. */
final class CaseRows {

    /** The columns of a {@link CaseLine}. */
    static final String LINE = "number, changed, caller_number, name, email, category, assignee, follow_up,"
            + " state, substr(notes, 1, " + CaseLine.BEGINNING + ") as beginning";

    /** The columns of a {@link CaseChange}. */
    static final String CHANGE = "at, who, what, substr(was, 1, " + (CaseChange.BEGINNING + 1) + ") as was,"
            + " substr(became, 1, " + (CaseChange.BEGINNING + 1) + ") as became";

    private CaseRows() {}

    /** The column of a field. */
    static String column(CaseField field) {
        return field == CaseField.NUMBER ? "caller_number" : field.word().replace('-', '_');
    }

    static Case whole(ResultSet row) throws SQLException {
        Map<CaseField, String> fields = new EnumMap<>(CaseField.class);
        for (CaseField field : CaseField.values()) {
            fields.put(field, row.getString(column(field)));
        }
        return new Case(
                number(row.getString("number")),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("opened")),
                row.getString("opened_by"),
                Instant.ofEpochMilli(row.getLong("changed")),
                fields);
    }

    static CaseLine line(ResultSet row) throws SQLException {
        return new CaseLine(
                number(row.getString("number")),
                Instant.ofEpochMilli(row.getLong("changed")),
                row.getString("caller_number"),
                row.getString("name"),
                row.getString("email"),
                row.getString("category"),
                row.getString("assignee"),
                row.getString("follow_up"),
                row.getString("state"),
                row.getString("beginning"));
    }

    static CaseChange change(ResultSet row) throws SQLException {
        return new CaseChange(
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("who"),
                row.getString("what"),
                row.getString("was"),
                row.getString("became"));
    }

    static CaseContact contact(ResultSet row) throws SQLException {
        Optional<String> outcome = Optional.ofNullable(row.getString("outcome"));
        Optional<CaseContact.Call> call = Optional.empty();
        if (outcome.isPresent()) {
            call = Optional.of(new CaseContact.Call(
                    Instant.ofEpochSecond(row.getLong("arrived")),
                    Outcome.valueOf(outcome.get()),
                    Optional.ofNullable(row.getString("queue")).map(QueueName::new),
                    Optional.ofNullable(row.getString("consultant")),
                    Duration.ofSeconds(row.getLong("talk_seconds"))));
        }
        return new CaseContact(
                new CaseContact.Key(CaseContact.Channel.valueOf(row.getString("channel")), row.getString("reference")),
                Instant.ofEpochMilli(row.getLong("joined")),
                row.getString("who"),
                call);
    }

    static CaseNumber number(String text) {
        return CaseNumber.read(text).orElseThrow(() -> new IllegalStateException("a case numbered " + text));
    }
}
