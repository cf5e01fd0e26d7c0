package org.infolinia.sidecar.store;

import java.nio.file.Path;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.junit.jupiter.api.io.TempDir;

final class SqliteOngoingTalksTest extends OngoingTalksContract {

    @TempDir
    private Path folder;

    @Override
    DatabaseSettings freshDatabase() {
        return DatabaseSettings.sqlite(folder.resolve("infolinia.db"));
    }
}
