package org.infolinia.sidecar.store;

import java.util.UUID;
import org.infolinia.hotline.people.AuditEntry;
import org.jdbi.v3.core.Handle;

/** Rows of the table {@code audit}, written within the transaction of what they tell of. */
final class AuditRows {

    private AuditRows() {}

    static void insert(Handle handle, AuditEntry entry) {
        handle.createUpdate("""
                insert into audit (id, at, who, what, done_to, detail) values (:id, :at, :who, :what, :on, :detail)
                """)
                .bind("id", UUID.randomUUID().toString().replace("-", ""))
                .bind("at", entry.at().toEpochMilli())
                .bind("who", entry.who())
                .bind("what", entry.what())
                .bind("on", entry.on())
                .bind("detail", entry.detail())
                .execute();
    }

    /** Tells of it if any row was changed; returns whether one was. */
    static boolean ifDone(Handle handle, int rows, AuditEntry entry) {
        if (rows > 0) {
            insert(handle, entry);
        }
        return rows > 0;
    }
}
