package org.infolinia.sidecar.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The SQLite settings without which an acknowledged write could be lost. */
final class SqlitePragmas {

    /** How long a connection waits for another process to let go of the file. */
    static final int BUSY_TIMEOUT_MILLISECONDS = 5000;

    /** As SQLite reads them back; synchronous 2 is FULL. */
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.of(
            "journal_mode", "wal",
            "synchronous", "2",
            "foreign_keys", "1",
            "busy_timeout", String.valueOf(BUSY_TIMEOUT_MILLISECONDS)));

    private SqlitePragmas() {}

    /**
     * Reads each setting back, since SQLite passes over in silence what it cannot do.
     *
     * @throws DatabaseUnavailable naming the first setting that is not as it must be
     */
    static void check(Connection connection, Path file) throws SQLException {
        for (Map.Entry<String, String> pragma : EXPECTED.entrySet()) {
            String actual = read(connection, pragma.getKey());
            if (!actual.equals(pragma.getValue())) {
                throw new DatabaseUnavailable("The database " + file + " does not keep what it acknowledges: SQLite's "
                        + pragma.getKey() + " is " + actual + " where " + pragma.getValue()
                        + " was asked for. Put the file on a local disk.");
            }
        }
    }

    private static String read(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("pragma " + pragma)) {
            return answer.next() ? answer.getString(1) : "unknown";
        }
    }
}
