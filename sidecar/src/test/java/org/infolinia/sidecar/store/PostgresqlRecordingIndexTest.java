package org.infolinia.sidecar.store;

import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.database.ThrowAwayPostgresql;

final class PostgresqlRecordingIndexTest extends RecordingIndexContract {

    @Override
    DatabaseSettings freshDatabase() {
        return ThrowAwayPostgresql.server().freshDatabase();
    }
}
