package org.infolinia.sidecar.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.infolinia.hotline.recording.RecordingAccess;
import org.infolinia.hotline.recording.RecordingBook;
import org.infolinia.hotline.recording.RecordingDeletion;
import org.infolinia.sidecar.database.Database;

/** {@link RecordingBook} in the tables {@code recording_access} and {@code recording_deletion}. */
public final class DatabaseRecordingBook implements RecordingBook {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseRecordingBook(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public void accessed(RecordingAccess access) {
        database.get()
                .write(handle -> handle.createUpdate("""
                        insert into recording_access (who, accessed, how, name)
                        values (:who, :accessed, :how, :name)
                        """)
                        .bind("who", access.who())
                        .bind("accessed", access.when().getEpochSecond())
                        .bind("how", access.how())
                        .bind("name", access.name())
                        .execute());
    }

    @Override
    public List<RecordingAccess> accesses(String name, int most) {
        return database.get()
                .read(handle -> handle.createQuery("""
                        select who, accessed, how from recording_access where name = :name
                        order by accessed desc, how, who limit :most
                        """)
                        .bind("name", name)
                        .bind("most", most)
                        .map((row, context) -> new RecordingAccess(
                                row.getString("who"),
                                Instant.ofEpochSecond(row.getLong("accessed")),
                                row.getString("how"),
                                name))
                        .list());
    }

    @Override
    public void deleting(RecordingDeletion deletion) {
        database.get()
                .write(handle -> handle.createUpdate("""
                        insert into recording_deletion (name, sha256, why, decided)
                        values (:name, :sha256, :why, :decided)
                        on conflict (name) do nothing
                        """)
                        .bind("name", deletion.name())
                        .bind("sha256", deletion.sha256())
                        .bind("why", deletion.why())
                        .bind("decided", deletion.when().getEpochSecond())
                        .execute());
    }

    @Override
    public void deleted(String name, Instant when) {
        database.get()
                .write(handle -> handle.createUpdate("""
                        update recording_deletion set gone = :gone where name = :name and gone is null
                        """)
                        .bind("gone", when.getEpochSecond())
                        .bind("name", name)
                        .execute());
    }

    @Override
    public List<String> unfinishedDeletions() {
        return database.get()
                .read(handle -> handle.createQuery("""
                        select name from recording_deletion where gone is null order by name limit 1000
                        """).mapTo(String.class).list());
    }
}
