package org.infolinia.sidecar.store;

import java.time.Instant;
import java.util.List;
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
    public void inForce(HotlineVersion version, String text) {
        // On PostgreSQL another process may take the number first; then there is a new latest, and we look again.
        boolean settled = false;
        while (!settled) {
            settled = database.write(handle -> {
                Optional<Entry> latest = last(handle, 1).stream().findFirst();
                return latest.map(Entry::version).map(HotlineVersion::sha256).equals(Optional.of(version.sha256()))
                        || enter(handle, latest.map(Entry::number).orElse(0L) + 1, version, text);
            });
        }
    }

    @Override
    public List<Entry> last(int most) {
        return database.read(handle -> last(handle, most));
    }

    @Override
    public Optional<String> text(long number) {
        return database.read(handle -> handle.createQuery("""
                        select content
                        from hotline_version
                        where number = :number and content is not null
                        """)
                .bind("number", number)
                .mapTo(String.class)
                .findOne());
    }

    private static List<Entry> last(Handle handle, int most) {
        return handle.createQuery("""
                        select number, sha256, since
                        from hotline_version
                        order by number desc
                        limit :most
                        """)
                .bind("most", most)
                .map((row, context) -> new Entry(
                        row.getLong("number"),
                        new HotlineVersion(row.getString("sha256"), Instant.ofEpochSecond(row.getLong("since")))))
                .list();
    }

    /** Whether the number was still free. */
    private static boolean enter(Handle handle, long number, HotlineVersion version, String text) {
        return handle.createUpdate("""
                                insert into hotline_version (number, sha256, since, content)
                                values (:number, :sha256, :since, :content)
                                on conflict (number) do nothing
                                """)
                        .bind("number", number)
                        .bind("sha256", version.sha256())
                        .bind("since", version.since().getEpochSecond())
                        .bind("content", text)
                        .execute()
                == 1;
    }
}
