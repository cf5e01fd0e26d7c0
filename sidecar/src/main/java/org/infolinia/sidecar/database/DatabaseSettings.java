package org.infolinia.sidecar.database;

import java.nio.file.Path;
import org.infolinia.sidecar.Secret;

/**
 * Where the database is.
 *
 * @param url      {@code jdbc:sqlite:/path/file.db}, or {@code jdbc:postgresql://host/name}
 * @param user     who we are to a PostgreSQL server; empty for SQLite
 * @param password proves it; empty for SQLite
 */
public record DatabaseSettings(String url, String user, Secret password) {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** @throws IllegalArgumentException when the URL is of neither kind, or carries what it should not */
    public DatabaseSettings {
        if (url.startsWith(SQLITE)) {
            String path = url.substring(SQLITE.length());
            // Each connection to such a database sees one of its own, or settings that undo ours.
            if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
                throw new IllegalArgumentException(
                        "database url \"" + url + "\": " + SQLITE + " is followed by the plain path of a file");
            }
            if (!user.isEmpty() || !password.value().isEmpty()) {
                throw new IllegalArgumentException(
                        "database user \"" + user + "\": an SQLite file has neither user nor password");
            }
        } else if (!url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("database url \"" + withoutParameters(url) + "\": " + SQLITE
                    + "/path/file.db or " + POSTGRESQL + "//host/name is expected");
        } else if (url.contains("password=")) {
            throw new IllegalArgumentException("database url \"" + withoutParameters(url)
                    + "\": the password belongs in its own setting, where logs do not show it");
        }
    }

    /** A database in one file. */
    public static DatabaseSettings sqlite(Path file) {
        return new DatabaseSettings(SQLITE + file, "", Secret.NONE);
    }

    boolean isSqlite() {
        return url.startsWith(SQLITE);
    }

    /** The SQLite file; only for {@link #isSqlite}. */
    Path file() {
        return Path.of(url.substring(SQLITE.length())).toAbsolutePath();
    }

    /** The URL as people may see it. */
    String place() {
        return withoutParameters(url);
    }

    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
