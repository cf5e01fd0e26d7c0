package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.infolinia.hotline.recording.RecordingAccess;
import org.infolinia.hotline.recording.RecordingBook;
import org.infolinia.hotline.recording.RecordingDeletion;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link RecordingBook} promises, whatever the database. */
abstract class RecordingBookContract {

    private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T07:00:00Z");

    private Database database;
    private RecordingBook book;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        database = Database.open(freshDatabase());
        book = new DatabaseRecordingBook(() -> database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void deletionIsUnfinishedUntilTheRecordingIsGone() {
        book.deleting(deletion("b"));
        book.deleting(deletion("a"));
        assertThat(book.unfinishedDeletions()).containsExactly("a", "b");

        book.deleted("a", TUESDAY);

        assertThat(book.unfinishedDeletions()).containsExactly("b");
    }

    @Test
    void deletionEnteredAgainKeepsItsFirstEntry() {
        book.deleting(deletion("a"));
        book.deleted("a", MONDAY);

        book.deleting(new RecordingDeletion("a", "f".repeat(64), "another reason", TUESDAY));
        book.deleted("a", TUESDAY);

        assertThat(rows("select name || ' ' || why || ' ' || decided || ' ' || gone from recording_deletion"))
                .containsExactly("a kept for 90 days 1795417200 1795417200");
    }

    @Test
    void eachAccessIsKept() {
        book.accessed(new RecordingAccess("ewa", MONDAY, "export", "a"));
        book.accessed(new RecordingAccess("ewa", TUESDAY, "export", "a"));

        assertThat(
                        rows(
                                "select who || ' ' || how || ' ' || name || ' ' || accessed from recording_access order by accessed"))
                .containsExactly("ewa export a 1795417200", "ewa export a 1795503600");
    }

    @Test
    void whoGotARecordingIsToldTheLatestFirst() {
        RecordingAccess earlier = new RecordingAccess("ewa", MONDAY, "export", "a");
        RecordingAccess later = new RecordingAccess("grazyna", TUESDAY, "play", "a");
        book.accessed(earlier);
        book.accessed(later);
        book.accessed(new RecordingAccess("ewa", TUESDAY, "play", "b"));

        assertThat(book.accesses("a", 10)).containsExactly(later, earlier);
        assertThat(book.accesses("a", 1)).containsExactly(later);
    }

    private List<String> rows(String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private static RecordingDeletion deletion(String name) {
        return new RecordingDeletion(name, "0".repeat(64), "kept for 90 days", MONDAY);
    }
}
