package org.infolinia.sidecar.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.AuditLog;
import org.infolinia.sidecar.database.Database;

/** {@link AuditLog} in the table {@code audit}. */
public final class DatabaseAuditLog implements AuditLog {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseAuditLog(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public void append(AuditEntry entry) {
        database.get().write(handle -> {
            AuditRows.insert(handle, entry);
            return entry;
        });
    }

    @Override
    public List<AuditEntry> latest(int most, int skip) {
        return database.get()
                .read(handle -> handle.createQuery("""
                        select at, who, what, done_to, detail from audit order by at desc, id limit :most offset :skip
                        """)
                        .bind("most", most)
                        .bind("skip", skip)
                        .map((row, context) -> new AuditEntry(
                                Instant.ofEpochMilli(row.getLong("at")),
                                row.getString("who"),
                                row.getString("what"),
                                row.getString("done_to"),
                                row.getString("detail")))
                        .list());
    }
}
