package org.infolinia.sidecar.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.infolinia.hotline.people.FailedSignIns;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;

/** {@link FailedSignIns} in the table {@code failed_attempt}. */
public final class DatabaseFailedSignIns implements FailedSignIns {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseFailedSignIns(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public Counted of(Attempt attempt, Since since) {
        return database.get().read(handle -> counted(handle, attempt, since));
    }

    private static Counted counted(Handle handle, Attempt attempt, Since since) {
        return new Counted(
                failures(
                        handle,
                        "select count(*) n, max(at) latest from failed_attempt where name = :subject and at > :since",
                        attempt.name(),
                        since.ofName()),
                failures(
                        handle,
                        "select count(*) n, max(at) latest from failed_attempt where address = :subject and at > :since",
                        attempt.address(),
                        since.ofAddress()));
    }

    private static Failures failures(Handle handle, String sql, String subject, Instant since) {
        return handle.createQuery(sql)
                .bind("subject", subject)
                .bind("since", since.getEpochSecond())
                .map((row, context) -> new Failures(row.getInt("n"), Instant.ofEpochSecond(row.getLong("latest"))))
                .one();
    }

    @Override
    public Optional<String> enter(Attempt attempt, Instant now, Since since, Predicate<Counted> permitted) {
        return database.get().write(handle -> {
            // PostgreSQL runs writes side by side: who holds this row is alone until the commit.
            handle.execute("update attempt_turn set id = id");
            if (!permitted.test(counted(handle, attempt, since))) {
                return Optional.empty();
            }
            String key = UUID.randomUUID().toString().replace("-", "");
            handle.createUpdate(
                            "insert into failed_attempt (id, name, address, at) values (:id, :name, :address, :now)")
                    .bind("id", key)
                    .bind("name", attempt.name())
                    .bind("address", attempt.address())
                    .bind("now", now.getEpochSecond())
                    .execute();
            return Optional.of(key);
        });
    }

    @Override
    public void takeBack(String key) {
        database.get()
                .write(handle -> handle.createUpdate("delete from failed_attempt where id = :id")
                        .bind("id", key)
                        .execute());
    }

    @Override
    public void succeeded(Attempt attempt) {
        database.get().write(handle -> {
            handle.createUpdate("delete from failed_attempt where name = :name and address = :address")
                    .bind("name", attempt.name())
                    .bind("address", attempt.address())
                    .execute();
            return handle.createUpdate("update failed_attempt set name = '' where name = :name")
                    .bind("name", attempt.name())
                    .execute();
        });
    }

    @Override
    public void forget(Instant before) {
        database.get()
                .write(handle -> handle.createUpdate("delete from failed_attempt where at < :before")
                        .bind("before", before.getEpochSecond())
                        .execute());
    }
}
