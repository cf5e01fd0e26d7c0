package org.infolinia.sidecar.store;

import java.time.Instant;
import java.util.Optional;
import org.infolinia.hotline.history.HotlineHistory;
import org.infolinia.hotline.history.HotlineVersion;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;

/** {@link HotlineHistory} in the table {@code hotline_version}. */
public final class DatabaseHotlineHistory implements HotlineHistory {

    private final Database database;

    public DatabaseHotlineHistory(Database database) {
        this.database = database;
    }

    @Override
    public void inForce(HotlineVersion version) {
        // On PostgreSQL another process may take the number first; then there is a new latest, and we look again.
        boolean settled = false;
        while (!settled) {
            settled = database.write(handle -> {
                Optional<Entry> latest = latest(handle);
                return latest.map(Entry::version).map(HotlineVersion::sha256).equals(Optional.of(version.sha256()))
                        || enter(handle, latest.map(Entry::number).orElse(0L) + 1, version);
            });
        }
    }

    @Override
    public Optional<HotlineVersion> latest() {
        return database.read(handle -> latest(handle).map(Entry::version));
    }

    /**
     * A row.
     *
     * @param number its place in the order of entering; the first is 1
     */
    private record Entry(long number, HotlineVersion version) {}

    private static Optional<Entry> latest(Handle handle) {
        return handle.createQuery("""
                        select number, sha256, since
                        from hotline_version
                        order by number desc
                        limit 1
                        """)
                .map((row, context) -> new Entry(
                        row.getLong("number"),
                        new HotlineVersion(row.getString("sha256"), Instant.ofEpochSecond(row.getLong("since")))))
                .findOne();
    }

    /** Whether the number was still free. */
    private static boolean enter(Handle handle, long number, HotlineVersion version) {
        return handle.createUpdate("""
                                insert into hotline_version (number, sha256, since)
                                values (:number, :sha256, :since)
                                on conflict (number) do nothing
                                """)
                        .bind("number", number)
                        .bind("sha256", version.sha256())
                        .bind("since", version.since().getEpochSecond())
                        .execute()
                == 1;
    }
}
