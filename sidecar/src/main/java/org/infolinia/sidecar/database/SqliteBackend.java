package org.infolinia.sidecar.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** SQLite: one thread writes in groups, a few connections read beside it. */
final class SqliteBackend implements Backend {

    private static final int READERS = 4;

    /** About a second's worth of writes: more waiting than that is an outage, better told than queued. */
    private static final int WAITING_WRITES = 8192;

    private final String place;
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Jdbi readers;
    private final GroupWriter writer;

    private SqliteBackend(String place, HikariDataSource writing, HikariDataSource reading) {
        this.place = place;
        this.writing = writing;
        this.reading = reading;
        this.readers = QuietJdbi.on(reading);
        this.writer = GroupWriter.start(new GroupCommit(QuietJdbi.on(writing), place), WAITING_WRITES);
    }

    static SqliteBackend open(Path file) {
        DataSource connections = new SqliteFile(file).usable();
        String place = file.toString();
        Migrations.take(connections, place);
        return new SqliteBackend(
                place,
                pool("database-writer", 1, "pragma query_only = off", connections),
                pool("database-readers", READERS, "pragma query_only = on", connections));
    }

    private static HikariDataSource pool(String name, int size, String first, DataSource connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setConnectionInitSql(first);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(SqlitePragmas.BUSY_TIMEOUT_MILLISECONDS);
        config.setMaxLifetime(0); // a file's connection does not age
        return new HikariDataSource(config);
    }

    @Override
    public <R, X extends Exception> R write(HandleCallback<R, X> callback) throws X {
        try {
            // Not to be interrupted: whoever gives up waiting could not say whether the write is in.
            return writer.submit(callback).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            @SuppressWarnings("unchecked") // a callback throws no checked exception but an X
            X thrown = (X) Objects.requireNonNull(failed.getCause());
            throw thrown;
        }
    }

    @Override
    public <R, X extends Exception> R read(HandleCallback<R, X> callback) throws X {
        try {
            return readers.inTransaction(callback);
        } catch (ConnectionException none) {
            throw new DatabaseUnavailable(
                    "The database " + place + " cannot be read: " + Causes.rootMessage(none) + ".", none);
        }
    }

    @Override
    public void close() {
        writer.close();
        reading.close();
        writing.close();
    }
}
