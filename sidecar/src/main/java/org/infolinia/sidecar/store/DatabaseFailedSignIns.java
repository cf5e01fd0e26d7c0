package org.infolinia.sidecar.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.hotline.people.FailedSignIns;
import org.infolinia.sidecar.database.Database;

/** {@link FailedSignIns} in the table {@code failed_sign_in}. */
public final class DatabaseFailedSignIns implements FailedSignIns {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseFailedSignIns(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public Optional<Failures> of(String subject) {
        return database.get()
                .read(handle -> handle.createQuery("select failed, latest from failed_sign_in where subject = :subject")
                        .bind("subject", subject)
                        .map((row, context) ->
                                new Failures(row.getInt("failed"), Instant.ofEpochSecond(row.getLong("latest"))))
                        .findOne());
    }

    @Override
    public void add(String subject, Instant now) {
        database.get()
                .write(handle -> handle.createUpdate("""
                        insert into failed_sign_in (subject, failed, latest) values (:subject, 1, :now)
                        on conflict (subject) do update set failed = failed_sign_in.failed + 1, latest = :now
                        """)
                        .bind("subject", subject)
                        .bind("now", now.getEpochSecond())
                        .execute());
    }

    @Override
    public void clear(String subject) {
        database.get()
                .write(handle -> handle.createUpdate("delete from failed_sign_in where subject = :subject")
                        .bind("subject", subject)
                        .execute());
    }

    @Override
    public void forget(Instant before) {
        database.get()
                .write(handle -> handle.createUpdate("delete from failed_sign_in where latest < :before")
                        .bind("before", before.getEpochSecond())
                        .execute());
    }
}
