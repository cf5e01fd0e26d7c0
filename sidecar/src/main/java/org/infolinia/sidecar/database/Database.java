package org.infolinia.sidecar.database;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jdbi.v3.core.HandleCallback;

/** The open database of this process. */
public final class Database implements AutoCloseable {

    private final Backend backend;

    /** Shared by those who read and write, taken alone to close, so that nobody is cut off in the middle. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;

    /** Whether this thread is inside a callback; SQLite's writer thread would wait for itself for ever. */
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    private Database(Backend backend) {
        this.backend = backend;
    }

    /**
     * Opens the database, made if it is an SQLite file that is not there yet, and brings its tables up to date.
     *
     * @throws DatabaseUnavailable when it cannot be had, does not keep what it acknowledges, or is of a newer program
     */
    public static Database open(DatabaseSettings settings) {
        return new Database(
                settings.isSqlite() ? SqliteBackend.open(settings.file()) : PostgresqlBackend.open(settings));
    }

    /**
     * Runs the callback in a transaction, and returns its result once all it wrote is durable. What the callback throws
     * comes out of here, and nothing of it was written.
     *
     * <p>The callback may run on another thread, beside the writes of others in one transaction: it keeps its hands off
     * commit, rollback and deferred constraints, and is brief, since on SQLite all other writes wait for it.
     *
     * @throws DatabaseBusy          when too many writes are waiting
     * @throws DatabaseUnavailable   when the database is away, full or closed
     * @throws IllegalStateException when called inside another read or write
     */
    public <R, X extends Exception> R write(HandleCallback<R, X> callback) throws X {
        enter();
        try {
            return backend.write(alone(callback));
        } finally {
            open.readLock().unlock();
        }
    }

    /**
     * Runs the callback in a transaction that sees the database as of one moment, every acknowledged write included,
     * and can change nothing.
     *
     * @throws DatabaseUnavailable   when the database is away or closed, or all its readers stay occupied
     * @throws IllegalStateException when called inside another read or write
     */
    public <R, X extends Exception> R read(HandleCallback<R, X> callback) throws X {
        enter();
        try {
            return backend.read(alone(callback));
        } finally {
            open.readLock().unlock();
        }
    }

    /**
     * Asks for nothing, by way of a write and a read.
     *
     * @throws DatabaseBusy        as of {@link #write}
     * @throws DatabaseUnavailable as of {@link #write} and {@link #read}
     */
    public void check() {
        write(handle -> handle.select("select 1").mapTo(Integer.class).one());
        read(handle -> handle.select("select 1").mapTo(Integer.class).one());
    }

    /** Takes no more, finishes the writes and reads taken, then lets go. Closing again does nothing. */
    @Override
    public void close() {
        refuseNesting();
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                backend.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }

    private void enter() {
        refuseNesting();
        open.readLock().lock();
        if (closed) {
            open.readLock().unlock();
            throw new DatabaseUnavailable("The database is closed.");
        }
    }

    private void refuseNesting() {
        if (inside.get()) {
            throw new IllegalStateException("a read, write or closing inside another; use the handle at hand");
        }
    }

    private <R, X extends Exception> HandleCallback<R, X> alone(HandleCallback<R, X> callback) {
        return handle -> {
            inside.set(true);
            try {
                return callback.withHandle(handle);
            } finally {
                inside.set(false);
            }
        };
    }
}
