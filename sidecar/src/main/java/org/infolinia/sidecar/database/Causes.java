package org.infolinia.sidecar.database;

import java.sql.SQLException;
import java.util.Optional;

/** Looks for what really happened inside the wrappings of Jdbi, Flyway and HikariCP. */
final class Causes {

    private Causes() {}

    /** The innermost message, on one line, without a full stop. */
    static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.replaceAll("\\s+", " ").replaceAll("[. ]+$", "");
    }

    /** The outermost SQL exception. */
    static Optional<SQLException> sql(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
