package org.infolinia.sidecar.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** One SQLite file, with the settings that every connection to it has. */
final class SqliteFile {

    private final Path file;

    SqliteFile(Path file) {
        this.file = file;
    }

    /**
     * Where connections come from, once one has shown that the file can be used and the settings hold.
     *
     * @throws DatabaseUnavailable when the file cannot be used
     */
    DataSource usable() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new DatabaseUnavailable(
                    "The folder of the database " + file + " does not exist: make it, or name another file.");
        }
        DataSource connections = connections();
        try (Connection connection = connections.getConnection()) {
            SqlitePragmas.check(connection, file);
        } catch (SQLException refused) {
            throw new DatabaseUnavailable(why(refused), refused);
        }
        return connections;
    }

    private DataSource connections() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(SqlitePragmas.BUSY_TIMEOUT_MILLISECONDS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private String why(SQLException refused) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(refused.getErrorCode() & 0xff);
        return switch (code) {
            case SQLITE_NOTADB -> "The file " + file + " is not an SQLite database: name another file.";
            case SQLITE_CORRUPT -> "The database " + file + " is damaged: put a backup in its place.";
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_IOERR ->
                "The database " + file + " cannot be written, it or its folder: let this user write both"
                        + ", or name another file.";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "The database " + file + " is held by another program: end that program first.";
            default -> "The database " + file + " cannot be opened: " + Causes.rootMessage(refused) + ".";
        };
    }
}
