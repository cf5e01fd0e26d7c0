package org.infolinia.sidecar.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** PostgreSQL: each write a transaction of its own on a pooled connection. */
final class PostgresqlBackend implements Backend {

    private static final int CONNECTIONS = 8;
    private static final int CONNECT_SECONDS = 5;

    /** A server silent for longer in the middle of a statement counts as gone. */
    private static final int SILENCE_SECONDS = 30;

    private final String place;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private PostgresqlBackend(String place, HikariDataSource pool) {
        this.place = place;
        this.pool = pool;
        this.jdbi = QuietJdbi.on(pool);
    }

    static PostgresqlBackend open(DatabaseSettings settings) {
        HikariDataSource pool = pool(settings);
        try {
            Migrations.take(pool, settings.place());
        } catch (DatabaseUnavailable refused) {
            pool.close();
            throw refused;
        }
        return new PostgresqlBackend(settings.place(), pool);
    }

    private static HikariDataSource pool(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password().value());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
        config.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        config.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE_SECONDS));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The details of its errors hold the values of rows.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException refused) {
            throw away(settings.place(), refused);
        }
    }

    @Override
    public <R, X extends Exception> R write(HandleCallback<R, X> callback) throws X {
        try {
            return jdbi.inTransaction(callback);
        } catch (JdbiException failed) {
            throw known(failed);
        }
    }

    @Override
    public <R, X extends Exception> R read(HandleCallback<R, X> callback) throws X {
        try {
            return jdbi.withHandle(handle -> {
                handle.setReadOnly(true); // the pool sets it back
                return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, callback);
            });
        } catch (JdbiException failed) {
            throw known(failed);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private RuntimeException known(JdbiException failed) {
        if (!isAway(failed)) {
            return failed;
        }
        // A restarted server knows none of the other connections either; each would fail one more caller.
        pool.getHikariPoolMXBean().softEvictConnections();
        return away(place, failed);
    }

    /** Class 08 is a lost connection, 57P a server that stops or starts; a pool without a connection has no state. */
    private static boolean isAway(JdbiException failed) {
        return Causes.sql(failed)
                .map(SQLException::getSQLState)
                .map(state -> state.startsWith("08") || state.startsWith("57P"))
                .orElse(failed instanceof ConnectionException);
    }

    private static DatabaseUnavailable away(String place, Exception cause) {
        return new DatabaseUnavailable(
                "The database server at " + place + " cannot be used: " + Causes.rootMessage(cause) + ".", cause);
    }
}
