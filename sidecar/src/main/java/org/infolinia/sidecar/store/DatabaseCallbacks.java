package org.infolinia.sidecar.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
            Optional<Kept> limit = limit(handle, callback);
            if (limit.isPresent()) {
                return limit.get();
            }
            handle.createUpdate("""
                insert into callback (linked_id, queue, language, number, joined, asked, expires,
                                      priority, declined, state, attempts, not_before)
                values (:linkedId, :queue, :language, :number, :joined, :asked, :expires,
                        :priority, :declined, 'OPEN', 0, :asked)
                on conflict do nothing
                """)
                    .bind("linkedId", callback.linkedId())
                    .bind("queue", callback.queue().value())
                    .bind("language", callback.language().code())
                    .bind("number", callback.number().value())
                    .bind("joined", callback.joined().getEpochSecond())
                    .bind("asked", callback.asked().getEpochSecond())
                    .bind("expires", callback.expires().getEpochSecond())
                    .bind("priority", callback.priority())
                    .bind("declined", callback.declined() ? 1 : 0)
                    .execute();
            return listed(handle, callback.linkedId()).isPresent() ? Kept.KEPT : Kept.ALREADY_THERE;
        });
    }

    /** What stands in the way of entering it; empty of one that is there already, or that may be entered. */
    private static Optional<Kept> limit(Handle handle, Callback callback) {
        return handle.createQuery("""
                select count(case when state in ('OPEN', 'TAKEN') then 1 end) as waiting,
                       count(case when number = :number and asked > :dayAgo then 1 end) as of_number,
                       count(case when linked_id = :linkedId
                                    or number = :number and state in ('OPEN', 'TAKEN') then 1 end) as there
                from callback
                where state in ('OPEN', 'TAKEN') or asked > :dayAgo or linked_id = :linkedId
                """)
                .bind("number", callback.number().value())
                .bind("linkedId", callback.linkedId())
                .bind("dayAgo", callback.asked().minus(Duration.ofDays(1)).getEpochSecond())
                .map((row, context) -> {
                    if (row.getInt("there") > 0) {
                        return Optional.<Kept>empty();
                    }
                    if (row.getInt("of_number") >= MOST_A_DAY) {
                        return Optional.of(Kept.TOO_OFTEN);
                    }
                    return row.getInt("waiting") >= MOST_OPEN ? Optional.of(Kept.TOO_MANY) : Optional.<Kept>empty();
                })
                .one();
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
    public Optional<ListedCallback> tried(
            String linkedId, String consultant, AttemptResult result, CallbackRules rules, Instant now) {
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
                where linked_id = :linkedId and state = 'TAKEN' and consultant = :consultant
                """)
                    .bind("reached", result == AttemptResult.REACHED)
                    .bind("brokenOff", brokenOff)
                    .bind("most", rules.attempts())
                    .bind("result", result.name())
                    .bind("notBefore", (brokenOff ? now : now.plus(rules.pause())).getEpochSecond())
                    .bind("linkedId", linkedId)
                    .bind("consultant", consultant)
                    .execute();
            return ended == 1 ? listed(handle, linkedId) : Optional.empty();
        });
    }

    @Override
    public Optional<ListedCallback> nextOpen(String after, Instant now) {
        return database.read(handle -> handle.createQuery("""
                select * from callback
                where linked_id > :after and state = 'OPEN' and expires > :now
                order by linked_id limit 1
                """)
                .bind("after", after)
                .bind("now", now.getEpochSecond())
                .map((row, context) -> listed(row))
                .findOne());
    }

    @Override
    public List<ListedCallback> waiting(int most, Instant now) {
        return database.read(handle -> handle.createQuery("""
                select callback.*, case when state = 'TAKEN' and taken < :gone then 'OPEN' else state end as shown
                from callback
                where state in ('OPEN', 'TAKEN') and expires > :now
                order by joined, linked_id limit :most
                """)
                .bind("now", now.getEpochSecond())
                .bind("gone", now.minus(LONGEST_ATTEMPT).getEpochSecond())
                .bind("most", most)
                .map((row, context) -> listed(row, row.getString("shown")))
                .list());
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
        handle.createUpdate("""
                update callback set state = 'EXPIRED'
                where expires <= :now and (state = 'OPEN' or state = 'TAKEN' and taken < :gone)
                """)
                .bind("now", now.getEpochSecond())
                .bind("gone", now.minus(LONGEST_ATTEMPT).getEpochSecond())
                .execute();
    }

    private static Optional<ListedCallback> listed(Handle handle, String linkedId) {
        return handle.createQuery("select * from callback where linked_id = :linkedId")
                .bind("linkedId", linkedId)
                .map((row, context) -> listed(row))
                .findOne();
    }

    private static ListedCallback listed(ResultSet row) throws SQLException {
        return listed(row, row.getString("state"));
    }

    private static ListedCallback listed(ResultSet row, String state) throws SQLException {
        return new ListedCallback(
                new Callback(
                        row.getString("linked_id"),
                        new QueueName(row.getString("queue")),
                        new Language(row.getString("language")),
                        new PhoneNumber(row.getString("number")),
                        Instant.ofEpochSecond(row.getLong("joined")),
                        Instant.ofEpochSecond(row.getLong("asked")),
                        Instant.ofEpochSecond(row.getLong("expires")),
                        row.getInt("priority"),
                        row.getInt("declined") == 1),
                CallbackState.valueOf(state),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("last_result")).map(AttemptResult::valueOf),
                Optional.ofNullable(row.getString("consultant")),
                Instant.ofEpochSecond(row.getLong("not_before")));
    }
}
