package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.infolinia.hotline.history.HotlineHistory;
import org.infolinia.hotline.history.HotlineVersion;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.infolinia.sidecar.store.DatabaseHotlineHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HotlineJournalTest {

    private static final HotlineVersion FIRST =
            new HotlineVersion("ab".repeat(32), Instant.parse("2026-11-23T08:00:00Z"));
    private static final HotlineVersion SECOND =
            new HotlineVersion("cd".repeat(32), Instant.parse("2026-11-23T09:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void aDatabaseThatIsAwayAtTheStartLearnsOfAllVersionsOnceItIsThere() throws Exception {
        // Where its folder should be there is a file: no database can be made.
        Path place = Files.createFile(folder.resolve("place"));
        DatabaseSettings settings = DatabaseSettings.sqlite(place.resolve("infolinia.db"));

        try (LateDatabase late = new LateDatabase(settings)) {
            HotlineJournal journal = new HotlineJournal(late);
            journal.inForce(FIRST, "first");
            journal.inForce(SECOND, "second");
            assertThatThrownBy(late::check).isInstanceOf(DatabaseUnavailable.class);

            Files.delete(place);
            Files.createDirectory(place);
            journal.enter();

            assertThatCode(late::check).doesNotThrowAnyException();
        }
        try (Database database = Database.open(settings)) {
            HotlineHistory history = new DatabaseHotlineHistory(database);
            assertThat(history.last(5))
                    .extracting(HotlineHistory.Entry::version)
                    .containsExactly(SECOND, FIRST);
            assertThat(history.text(1)).contains("first");
        }
    }

    @Test
    void aDatabaseThatIsThereKnowsTheVersionInForceAtOnce() {
        DatabaseSettings settings = DatabaseSettings.sqlite(folder.resolve("infolinia.db"));

        try (LateDatabase late = new LateDatabase(settings)) {
            new HotlineJournal(late).inForce(FIRST, "first");
        }

        try (Database database = Database.open(settings)) {
            assertThat(new DatabaseHotlineHistory(database).last(1))
                    .containsExactly(new HotlineHistory.Entry(1, FIRST));
        }
    }

    @Test
    void whatWaitsForADatabaseHasALimit() throws Exception {
        Path place = Files.createFile(folder.resolve("place"));
        DatabaseSettings settings = DatabaseSettings.sqlite(place.resolve("infolinia.db"));

        try (LateDatabase late = new LateDatabase(settings)) {
            HotlineJournal journal = new HotlineJournal(late);
            for (int i = 0; i < 40; i++) {
                journal.inForce(new HotlineVersion("%064x".formatted(i), FIRST.since()), "");
            }
            Files.delete(place);
            Files.createDirectory(place);
            journal.enter();
        }

        try (Database database = Database.open(settings)) {
            assertThat(new DatabaseHotlineHistory(database).last(100)).hasSize(32);
        }
    }
}
