package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.infolinia.hotline.history.HotlineVersion;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.infolinia.sidecar.store.DatabaseHotlineHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LateDatabaseTest {

    private static final HotlineVersion IN_FORCE =
            new HotlineVersion("ab".repeat(32), Instant.parse("2026-11-23T08:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void aDatabaseThatIsAwayAtTheStartIsTakenOnceItIsThere() throws Exception {
        // Where its folder should be there is a file: no database can be made.
        Path place = Files.createFile(folder.resolve("place"));
        DatabaseSettings settings = DatabaseSettings.sqlite(place.resolve("infolinia.db"));

        try (LateDatabase late = new LateDatabase(settings, IN_FORCE)) {
            assertThatThrownBy(late::check).isInstanceOf(DatabaseUnavailable.class);

            Files.delete(place);
            Files.createDirectory(place);

            assertThatCode(late::check).doesNotThrowAnyException();
            assertThatCode(late::check).doesNotThrowAnyException();
        }
        try (Database database = Database.open(settings)) {
            assertThat(new DatabaseHotlineHistory(database).latest()).contains(IN_FORCE);
        }
    }

    @Test
    void aDatabaseThatIsThereKnowsTheVersionInForceAtOnce() {
        DatabaseSettings settings = DatabaseSettings.sqlite(folder.resolve("infolinia.db"));

        try (LateDatabase late = new LateDatabase(settings, IN_FORCE)) {
            assertThat(late).isNotNull();
        }

        try (Database database = Database.open(settings)) {
            assertThat(new DatabaseHotlineHistory(database).latest()).contains(IN_FORCE);
        }
    }
}
