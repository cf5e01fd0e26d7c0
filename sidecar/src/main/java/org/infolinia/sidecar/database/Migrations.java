package org.infolinia.sidecar.database;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The steps in {@code db/migration} that bring any older database up to this program. */
final class Migrations {

    private static final Set<MigrationState> OF_A_NEWER_PROGRAM =
            EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private Migrations() {}

    /**
     * Takes the steps not yet taken.
     *
     * @param place what people call the database
     * @throws DatabaseUnavailable when a newer program has taken steps we do not know, or a step fails
     */
    static void take(DataSource connections, String place) {
        try {
            Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(connections)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .cleanDisabled(true)
                    .load();
            refuseNewer(flyway.info().applied(), place);
            flyway.migrate();
        } catch (FlywayException refused) {
            throw new DatabaseUnavailable(
                    "The tables of the database " + place + " cannot be brought up to date: "
                            + Causes.rootMessage(refused) + ".",
                    refused);
        }
    }

    private static void refuseNewer(MigrationInfo[] applied, String place) {
        Arrays.stream(applied)
                .filter(step -> OF_A_NEWER_PROGRAM.contains(step.getState()))
                .reduce((earlier, later) -> later)
                .ifPresent(step -> {
                    throw new DatabaseUnavailable("The database " + place + " was written by a newer Infolinia (step "
                            + step.getVersion() + " is unknown here): run that one, or put back an older backup.");
                });
    }
}
