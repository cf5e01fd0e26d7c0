package org.infolinia.launcher;

import java.util.Objects;
import org.infolinia.hotline.history.HotlineVersion;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.infolinia.sidecar.store.DatabaseHotlineHistory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database, which may be away when we start: each health check tries again, calls go on meanwhile. */
final class LateDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LateDatabase.class);

    private final DatabaseSettings settings;
    private final HotlineVersion inForce;
    private @Nullable Database database;

    /** @param inForce entered in the history as soon as there is one */
    LateDatabase(DatabaseSettings settings, HotlineVersion inForce) {
        this.settings = settings;
        this.inForce = inForce;
        try {
            check();
        } catch (DatabaseUnavailable e) {
            LOG.error("the services start without their database: {}", e.getMessage());
        }
    }

    /** @throws DatabaseUnavailable when it is away, with the reason in one sentence */
    synchronized void check() {
        if (database != null) {
            database.check();
            return;
        }
        Database opened = Database.open(settings);
        try {
            new DatabaseHotlineHistory(opened).inForce(inForce);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        database = opened;
    }

    /**
     * The open database; opened now if it could not be before.
     *
     * @throws DatabaseUnavailable when it is away, with the reason in one sentence
     */
    synchronized Database get() {
        if (database == null) {
            check();
        }
        return Objects.requireNonNull(database, "open after a check that went well");
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
        }
    }
}
