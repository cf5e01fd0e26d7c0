package org.infolinia.sidecar.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlitePragmasTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "journal_mode, delete, delete, wal",
        "synchronous, normal, 1, 2",
        "synchronous, off, 0, 2",
        "foreign_keys, off, 0, 1",
        "busy_timeout, 0, 0, 5000"
    })
    void settingThatDidNotTakeIsNamedWithWhatItIsAndShouldBe(
            String pragma, String value, String actual, String expected) throws SQLException {
        Path file = folder.resolve("infolinia.db");
        try (Connection connection = new SqliteFile(file).usable().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma " + pragma + " = " + value);

            assertThatThrownBy(() -> SqlitePragmas.check(connection, file))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining(
                            "SQLite's " + pragma + " is " + actual + " where " + expected + " was asked for");
        }
    }

    @Test
    void settingsAsWeMakeThemPass() throws SQLException {
        Path file = folder.resolve("infolinia.db");
        try (Connection connection = new SqliteFile(file).usable().getConnection()) {
            assertThatCode(() -> SqlitePragmas.check(connection, file)).doesNotThrowAnyException();
        }
    }
}
