package org.infolinia.sidecar.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.infolinia.hotline.talk.OngoingTalk;
import org.infolinia.hotline.talk.OngoingTalks;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@link OngoingTalks} in the table {@code ongoing_talk}. */
public final class DatabaseOngoingTalks implements OngoingTalks {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseOngoingTalks(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public List<OngoingTalk> all() {
        return database.get()
                .read(handle -> handle.createQuery("select * from ongoing_talk")
                        .map((row, context) -> talk(row))
                        .list());
    }

    @Override
    public void keep(List<OngoingTalk> talks) {
        database.get().write(handle -> {
            handle.execute("delete from ongoing_talk");
            if (talks.isEmpty()) {
                return 0;
            }
            PreparedBatch batch = handle.prepareBatch("""
                    insert into ongoing_talk (consultant, queue, calls_taken, channel_id, linked_id, caller_number,
                      language, digits, joined, waited_milliseconds, answered, is_over)
                    values (:consultant, :queue, :taken, :channelId, :linkedId, :number,
                      :language, :digits, :joined, :waited, :answered, :over)
                    """);
            talks.forEach(one -> batch.bind("consultant", one.consultant())
                    .bind("queue", one.queue())
                    .bind("taken", one.callsTaken())
                    .bind("channelId", one.channelId())
                    .bind("linkedId", one.linkedId())
                    .bind("number", one.number())
                    .bind("language", one.language())
                    .bind("digits", one.digits())
                    .bind("joined", one.joined().toEpochMilli())
                    .bind("waited", one.waited().toMillis())
                    .bind("answered", one.answered().toEpochMilli())
                    .bind("over", one.over() ? 1 : 0)
                    .add());
            return batch.execute().length;
        });
    }

    private static OngoingTalk talk(ResultSet row) throws SQLException {
        return new OngoingTalk(
                row.getString("consultant"),
                row.getString("queue"),
                row.getInt("calls_taken"),
                row.getString("channel_id"),
                row.getString("linked_id"),
                row.getString("caller_number"),
                row.getString("language"),
                row.getString("digits"),
                Instant.ofEpochMilli(row.getLong("joined")),
                Duration.ofMillis(row.getLong("waited_milliseconds")),
                Instant.ofEpochMilli(row.getLong("answered")),
                row.getInt("is_over") == 1);
    }
}
