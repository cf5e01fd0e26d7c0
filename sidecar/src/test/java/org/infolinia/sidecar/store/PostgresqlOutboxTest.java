package org.infolinia.sidecar.store;

import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.database.ThrowAwayPostgresql;

final class PostgresqlOutboxTest extends OutboxContract {

    @Override
    DatabaseSettings freshDatabase() {
        return ThrowAwayPostgresql.server().freshDatabase();
    }
}
