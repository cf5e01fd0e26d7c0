package org.infolinia.sidecar.store;

import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.database.ThrowAwayPostgresql;

final class PostgresqlRecordingBookTest extends RecordingBookContract {

    @Override
    DatabaseSettings freshDatabase() {
        return ThrowAwayPostgresql.server().freshDatabase();
    }
}
