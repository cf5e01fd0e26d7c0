package org.infolinia.sidecar.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.callback.AttemptResult;
import org.infolinia.hotline.callback.Callback;
import org.infolinia.hotline.callback.CallbackRules;
import org.infolinia.hotline.callback.CallbackState;
import org.infolinia.hotline.callback.Callbacks;
import org.infolinia.hotline.callback.ListedCallback;
import org.infolinia.hotline.number.PhoneNumber;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;

/** {@link Callbacks} in the table {@code callback}. */
public final class DatabaseCallbacks implements Callbacks {

    /** One that may be called: open, or taken by somebody who is gone; not expired. */
    private static final String CALLABLE = """
        expires > :now
        and (state = 'OPEN' or state = 'TAKEN' and taken < :gone)
        """;

    private final Database database;

    public DatabaseCallbacks(Database database) {
        this.database = database;
    }

    @Override
    public Kept keep(Callback callback) {
        return database.write(handle -> {
            // What is over must not keep its number from being left again.
            expire(handle, callback.asked());
            handle.createUpdate("""
                insert into callback (linked_id, queue, language, number, joined, asked, expires,
                                      state, attempts, not_before)
                values (:linkedId, :queue, :language, :number, :joined, :asked, :expires, 'OPEN', 0, :asked)
                on conflict do nothing
                """)
                    .bind("linkedId", callback.linkedId())
                    .bind("queue", callback.queue().value())
                    .bind("language", callback.language().code())
                    .bind("number", callback.number().value())
                    .bind("joined", callback.joined().getEpochSecond())
                    .bind("asked", callback.asked().getEpochSecond())
                    .bind("expires", callback.expires().getEpochSecond())
                    .execute();
            return listed(handle, callback.linkedId()).isPresent() ? Kept.KEPT : Kept.ALREADY_THERE;
        });
    }

    @Override
    public Optional<Callback> take(String linkedId, String consultant, Instant now) {
        return database.write(handle -> taken(handle, linkedId, consultant, now));
    }

    @Override
    public Optional<Callback> takeOldest(String consultant, Instant now) {
        // On PostgreSQL another process may take the same one first; then there is another oldest.
        while (true) {
            Optional<String> oldest = database.read(handle -> handle.createQuery("select linked_id from callback where "
                            + CALLABLE + " and not_before <= :now order by joined, linked_id limit 1")
                    .bind("now", now.getEpochSecond())
                    .bind("gone", now.minus(LONGEST_ATTEMPT).getEpochSecond())
                    .mapTo(String.class)
                    .findOne());
            if (oldest.isEmpty()) {
                return Optional.empty();
            }
            Optional<Callback> taken = take(oldest.get(), consultant, now);
            if (taken.isPresent()) {
                return taken;
            }
        }
    }

    private static Optional<Callback> taken(Handle handle, String linkedId, String consultant, Instant now) {
        int took = handle.createUpdate("""
                        update callback
                        set state = 'TAKEN', attempts = attempts + 1, consultant = :consultant, taken = :now
                        where linked_id = :linkedId and
                        """ + CALLABLE)
                .bind("consultant", consultant)
                .bind("linkedId", linkedId)
                .bind("now", now.getEpochSecond())
                .bind("gone", now.minus(LONGEST_ATTEMPT).getEpochSecond())
                .execute();
        return took == 1 ? listed(handle, linkedId).map(ListedCallback::callback) : Optional.empty();
    }

    @Override
    public Optional<ListedCallback> tried(String linkedId, AttemptResult result, CallbackRules rules, Instant now) {
        boolean brokenOff = result == AttemptResult.BROKEN_OFF;
        return database.write(handle -> {
            int ended = handle.createUpdate("""
                update callback
                set state = case when :reached then 'REACHED'
                                 when not :brokenOff and attempts >= :most then 'GIVEN_UP'
                                 else 'OPEN' end,
                    attempts = case when :brokenOff then attempts - 1 else attempts end,
                    last_result = :result,
                    taken = null,
                    not_before = :notBefore
                where linked_id = :linkedId and state = 'TAKEN'
                """)
                    .bind("reached", result == AttemptResult.REACHED)
                    .bind("brokenOff", brokenOff)
                    .bind("most", rules.attempts())
                    .bind("result", result.name())
                    .bind("notBefore", (brokenOff ? now : now.plus(rules.pause())).getEpochSecond())
                    .bind("linkedId", linkedId)
                    .execute();
            return ended == 1 ? listed(handle, linkedId) : Optional.empty();
        });
    }

    @Override
    public List<ListedCallback> latest(int most, Instant now) {
        return database.write(handle -> {
            expire(handle, now);
            return handle.createQuery("select * from callback order by asked desc, linked_id desc limit :most")
                    .bind("most", most)
                    .map((row, context) -> listed(row))
                    .list();
        });
    }

    private static void expire(Handle handle, Instant now) {
        handle.createUpdate("update callback set state = 'EXPIRED' where state = 'OPEN' and expires <= :now")
                .bind("now", now.getEpochSecond())
                .execute();
    }

    private static Optional<ListedCallback> listed(Handle handle, String linkedId) {
        return handle.createQuery("select * from callback where linked_id = :linkedId")
                .bind("linkedId", linkedId)
                .map((row, context) -> listed(row))
                .findOne();
    }

    private static ListedCallback listed(ResultSet row) throws SQLException {
        return new ListedCallback(
                new Callback(
                        row.getString("linked_id"),
                        new QueueName(row.getString("queue")),
                        new Language(row.getString("language")),
                        new PhoneNumber(row.getString("number")),
                        Instant.ofEpochSecond(row.getLong("joined")),
                        Instant.ofEpochSecond(row.getLong("asked")),
                        Instant.ofEpochSecond(row.getLong("expires"))),
                CallbackState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("last_result")).map(AttemptResult::valueOf),
                Optional.ofNullable(row.getString("consultant")),
                Instant.ofEpochSecond(row.getLong("not_before")));
    }
}
