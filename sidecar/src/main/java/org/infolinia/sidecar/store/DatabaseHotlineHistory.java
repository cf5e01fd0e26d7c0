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
        // On PostgreSQL another process may take the number first; then its version is the latest, and we look again.
        boolean settled = false;
        while (!settled) {
            settled = database.write(handle -> isLatest(handle, version) || entered(handle, version));
        }
    }

    @Override
    public Optional<HotlineVersion> latest() {
        return database.read(DatabaseHotlineHistory::latest);
    }

    private static boolean isLatest(Handle handle, HotlineVersion version) {
        return latest(handle)
                .filter(latest -> latest.sha256().equals(version.sha256()))
                .isPresent();
    }

    private static Optional<HotlineVersion> latest(Handle handle) {
        return handle.createQuery("""
                        select sha256, since
                        from hotline_version
                        order by number desc
                        limit 1
                        """)
                .map((row, context) ->
                        new HotlineVersion(row.getString("sha256"), Instant.ofEpochSecond(row.getLong("since"))))
                .findOne();
    }

    private static boolean entered(Handle handle, HotlineVersion version) {
        return handle.createUpdate("""
                                insert into hotline_version (number, sha256, since)
                                select coalesce(max(number), 0) + 1, :sha256, :since
                                from hotline_version
                                where true
                                on conflict (number) do nothing
                                """)
                        .bind("sha256", version.sha256())
                        .bind("since", version.since().getEpochSecond())
                        .execute()
                == 1;
    }
}
