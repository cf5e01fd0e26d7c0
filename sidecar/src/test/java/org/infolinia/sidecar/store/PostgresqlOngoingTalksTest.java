package org.infolinia.sidecar.store;

import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.database.ThrowAwayPostgresql;

final class PostgresqlOngoingTalksTest extends OngoingTalksContract {

    @Override
    DatabaseSettings freshDatabase() {
        return ThrowAwayPostgresql.server().freshDatabase();
    }
}
