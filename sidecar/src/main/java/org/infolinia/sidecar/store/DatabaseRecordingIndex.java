package org.infolinia.sidecar.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.hotline.recording.FoundRecording;
import org.infolinia.hotline.recording.IndexedRecording;
import org.infolinia.hotline.recording.RecordingIndex;
import org.infolinia.hotline.recording.RecordingSearch;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** {@link RecordingIndex} in the table {@code recording}, beside those of finished calls and of the book of recordings. */
public final class DatabaseRecordingIndex implements RecordingIndex {

    private static final int ID_SIGNS = 20;

    private static final String RECORDINGS = """
            select recording.id, recording.name, recording.began, recording.queue, recording.consultant,
                recording.linked_id, recording.length_milliseconds, recording.declined,
                recording_deletion.decided as deleted, finished_call.caller_number
            from recording
            left join finished_call on finished_call.linked_id = recording.linked_id
            left join recording_deletion on recording_deletion.name = recording.name
            """;

    private static final String UNRECORDED = """
            select '' as id, '' as name, conversation.began, coalesce(conversation.queue, 'NONE') as queue,
                conversation.consultant, conversation.linked_id,
                conversation.talk_seconds * 1000 as length_milliseconds, 0 as declined,
                null as deleted, finished_call.caller_number
            from conversation
            join finished_call on finished_call.linked_id = conversation.linked_id
            where not exists (select 1 from recording
                    where recording.leg_id = coalesce(conversation.leg_id, conversation.call_id))
                and conversation.began >= :from and conversation.began < :to
            """;

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseRecordingIndex(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public void enter(List<IndexedRecording> recordings) {
        if (recordings.isEmpty()) {
            return;
        }
        database.get().write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into recording
                        (id, name, began, queue, consultant, linked_id, leg_id, length_milliseconds, declined)
                    values (:id, :name, :began, :queue, :consultant, :linkedId, :legId, :length, :declined)
                    on conflict (id) do update set length_milliseconds = excluded.length_milliseconds
                    """);
            for (IndexedRecording one : recordings) {
                batch.bind("id", id(one.name()))
                        .bind("name", one.name())
                        .bind("began", one.began().getEpochSecond())
                        .bind("queue", one.queue())
                        .bind("consultant", one.consultant())
                        .bind("linkedId", one.linkedId())
                        .bind("legId", one.legId())
                        .bind("length", one.length().map(Duration::toMillis).orElse(null))
                        .bind("declined", one.declined() ? 1 : 0)
                        .add();
            }
            return batch.execute();
        });
    }

    @Override
    public Map<String, Optional<Duration>> known(Instant from, Instant to) {
        return database.get().read(handle -> {
            Map<String, Optional<Duration>> known = new HashMap<>();
            handle.createQuery("""
                            select name, length_milliseconds from recording where began >= :from and began < :to
                            """)
                    .bind("from", from.getEpochSecond())
                    .bind("to", to.getEpochSecond())
                    .map((row, context) -> Map.entry(row.getString("name"), length(row)))
                    .forEach(one -> known.put(one.getKey(), one.getValue()));
            return known;
        });
    }

    @Override
    public List<FoundRecording> find(RecordingSearch search, int most, int skip) {
        StringBuilder conditions = new StringBuilder("1 = 1");
        search.queue().ifPresent(one -> conditions.append(" and queue = :queue"));
        search.consultant().ifPresent(one -> conditions.append(" and consultant = :consultant"));
        search.number().ifPresent(one -> conditions.append(" and caller_number like :number"));
        search.shortest().ifPresent(one -> conditions.append(" and length_milliseconds >= :shortest"));
        search.longest().ifPresent(one -> conditions.append(" and length_milliseconds <= :longest"));
        return database.get().read(handle -> {
            Query query = handle.createQuery("select * from (" + RECORDINGS
                            + " where recording.began >= :from and recording.began < :to union all " + UNRECORDED
                            + ") found where " + conditions
                            + " order by began desc, linked_id desc, name limit :most offset :skip")
                    .bind("from", search.from().getEpochSecond())
                    .bind("to", search.to().getEpochSecond())
                    .bind("most", most)
                    .bind("skip", skip);
            search.queue().ifPresent(one -> query.bind("queue", one));
            search.consultant().ifPresent(one -> query.bind("consultant", one));
            // Digits alone, so that no sign of a pattern is among them.
            search.number().ifPresent(one -> query.bind("number", "%" + one));
            search.shortest().ifPresent(one -> query.bind("shortest", one.toMillis()));
            search.longest().ifPresent(one -> query.bind("longest", one.toMillis()));
            return query.map((row, context) -> found(row)).list();
        });
    }

    @Override
    public Optional<FoundRecording> byId(String id) {
        return database.get()
                .read(handle -> handle.createQuery(RECORDINGS + " where recording.id = :id")
                        .bind("id", id)
                        .map((row, context) -> found(row))
                        .findOne());
    }

    private static FoundRecording found(ResultSet row) throws SQLException {
        long deleted = row.getLong("deleted");
        boolean kept = row.wasNull();
        return new FoundRecording(
                row.getString("id"),
                row.getString("name"),
                Instant.ofEpochSecond(row.getLong("began")),
                row.getString("queue"),
                row.getString("consultant"),
                row.getString("linked_id"),
                length(row),
                row.getInt("declined") == 1,
                kept ? Optional.empty() : Optional.of(Instant.ofEpochSecond(deleted)),
                Optional.ofNullable(row.getString("caller_number")));
    }

    private static Optional<Duration> length(ResultSet row) throws SQLException {
        long length = row.getLong("length_milliseconds");
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(length));
    }

    private static String id(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_SIGNS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
