package org.infolinia.launcher;

import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database, which may be away when we start: whoever asks for it tries again, calls go on meanwhile. */
final class LateDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LateDatabase.class);

    private final DatabaseSettings settings;
    private @Nullable Database database;

    LateDatabase(DatabaseSettings settings) {
        this.settings = settings;
        try {
            get();
        } catch (DatabaseUnavailable e) {
            LOG.error("the services start without their database: {}", e.getMessage());
        }
    }

    /**
     * Opens it, unless it is open.
     *
     * @throws DatabaseUnavailable when it is away, with the reason in one sentence
     */
    synchronized Database get() {
        if (database == null) {
            database = Database.open(settings);
        }
        return database;
    }

    /** @throws DatabaseUnavailable when it is away, with the reason in one sentence */
    void check() {
        get().check();
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
        }
    }
}
