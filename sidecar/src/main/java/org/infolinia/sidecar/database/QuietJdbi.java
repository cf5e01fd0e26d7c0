package org.infolinia.sidecar.database;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Makes a Jdbi whose faults say nothing of the values that a statement was given: they end up in the log. */
final class QuietJdbi {

    private QuietJdbi() {}

    static Jdbi on(DataSource connections) {
        Jdbi jdbi = Jdbi.create(connections);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
