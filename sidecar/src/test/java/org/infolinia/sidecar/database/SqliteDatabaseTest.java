package org.infolinia.sidecar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqliteDatabaseTest extends DatabaseContract {

    @TempDir
    private Path folder;

    private int databases;

    @Override
    DatabaseSettings freshDatabase() {
        databases++;
        return DatabaseSettings.sqlite(folder.resolve("infolinia" + databases + ".db"));
    }

    @ParameterizedTest
    @CsvSource({"synchronous, 2", "foreign_keys, 1", "busy_timeout, 5000", "journal_mode, wal"})
    void everyConnectionIsSetToKeepWhatItAcknowledges(String pragma, String value) {
        String writer = database()
                .write(handle ->
                        handle.select("pragma " + pragma).mapTo(String.class).one());
        String reader = database()
                .read(handle ->
                        handle.select("pragma " + pragma).mapTo(String.class).one());

        assertThat(writer).isEqualTo(value);
        assertThat(reader).isEqualTo(value);
    }

    @Test
    void missingFolderIsNamed() {
        DatabaseSettings settings = DatabaseSettings.sqlite(folder.resolve("nowhere/infolinia.db"));

        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("The folder of the database " + folder.resolve("nowhere/infolinia.db")
                        + " does not exist: make it, or name another file.");
    }

    @Test
    void folderThatCannotBeWrittenIsRefused() {
        // Where not even root may make a file.
        DatabaseSettings settings = DatabaseSettings.sqlite(Path.of("/proc/infolinia.db"));

        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("The database /proc/infolinia.db cannot be written");
    }

    @Test
    void folderInPlaceOfTheFileIsRefused() {
        assertThatThrownBy(() -> Database.open(DatabaseSettings.sqlite(folder)))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("The database " + folder + " cannot be written");
    }

    @Test
    void fileOfAnotherKindIsRefusedAndLeftAsItWas() throws IOException {
        Path letter = folder.resolve("letter.db");
        Files.writeString(letter, "Szanowni Państwo, ".repeat(1000));

        assertThatThrownBy(() -> Database.open(DatabaseSettings.sqlite(letter)))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("The file " + letter + " is not an SQLite database: name another file.");
        assertThat(letter).hasContent("Szanowni Państwo, ".repeat(1000));
    }

    @Test
    void commitThatFailsIsToldAndTheNextGroupIsTaken() {
        database().write(handle -> handle.execute("""
                        create table answer (
                            note varchar(100) references note (text) deferrable initially deferred
                        )
                        """));

        assertThatThrownBy(() -> database().write(handle -> handle.execute("insert into answer values ('to nothing')")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("did not take a write")
                .hasMessageContaining("FOREIGN KEY constraint failed");

        assertThat(note("next")).isEqualTo(1);
        assertThat(notes()).containsExactly("next");
    }

    @Test
    void writeThatEndsTheSharedTransactionIsToldSo() {
        assertThatThrownBy(() -> database().write(handle -> {
                    handle.execute("insert into note values ('lost')");
                    return handle.rollback();
                }))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("no such savepoint");

        assertThat(note("next")).isEqualTo(1);
        assertThat(notes()).containsExactly("next");
    }

    @Test
    void fullDiskIsToldAndSpaceMadeIsUsedWithoutARestart() {
        database().write(handle -> handle.execute("create table attachment (content blob)"));
        int pages = database()
                .write(handle ->
                        handle.select("pragma page_count").mapTo(Integer.class).one());
        database()
                .write(handle -> handle.select("pragma max_page_count = " + (pages + 1))
                        .mapTo(Integer.class)
                        .one());

        assertThatThrownBy(() ->
                        database().write(handle -> handle.execute("insert into attachment values (zeroblob(1000000))")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("database or disk is full");

        database()
                .write(handle -> handle.select("pragma max_page_count = 100000")
                        .mapTo(Integer.class)
                        .one());
        int rows = database().write(handle -> handle.execute("insert into attachment values (zeroblob(1000000))"));
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void secondProcessOnTheSameFileSeesWhatTheFirstWrote() {
        try (Database second = Database.open(settings())) {
            note("from the first");

            int rows = second.write(handle -> handle.execute("insert into note values ('from the second')"));

            assertThat(rows).isEqualTo(1);
            assertThat(notes()).containsExactly("from the first", "from the second");
        }
    }

    @Test
    void fileThatLeavesTheProgramIsWhole() throws SQLException {
        note("kept");

        database().close();

        assertThat(folder.resolve("infolinia1.db-wal")).doesNotExist();
        assertThat(askedFromOutside(settings(), "pragma integrity_check")).containsExactly("ok");
    }
}
