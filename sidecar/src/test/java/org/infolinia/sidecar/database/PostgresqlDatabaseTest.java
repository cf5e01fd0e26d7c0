package org.infolinia.sidecar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import org.infolinia.sidecar.Secret;
import org.junit.jupiter.api.Test;

final class PostgresqlDatabaseTest extends DatabaseContract {

    @Override
    DatabaseSettings freshDatabase() {
        return ThrowAwayPostgresql.server().freshDatabase();
    }

    @Test
    void serverThatIsNotThereIsNamed() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + unused + "/infolinia";

        assertThatThrownBy(() -> Database.open(new DatabaseSettings(url, "infolinia", new Secret("gołąb"))))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("The database server at " + url + " cannot be used: ")
                .hasMessageNotContaining("gołąb");
    }

    @Test
    void databaseThatTheServerLacksIsNamed() {
        assertThatThrownBy(() -> Database.open(ThrowAwayPostgresql.server().settings("nobody_made_it")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageEndingWith("database \"nobody_made_it\" does not exist.");
    }

    @Test
    void serverThatGoesAndComesBackIsUsedAgainWithoutARestart() {
        note("before");

        ThrowAwayPostgresql.server().stop();
        try {
            assertThatThrownBy(() -> note("lost"))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageStartingWith("The database server at ");
        } finally {
            ThrowAwayPostgresql.server().start();
        }

        assertThat(noteOnceItIsBack("after")).isEqualTo(1);
        assertThat(notes()).containsExactly("after", "before");
    }

    /** The pool tries every few seconds, and nobody waits for it longer than that. */
    private int noteOnceItIsBack(String text) {
        Instant end = Instant.now().plusSeconds(60);
        while (true) {
            try {
                return note(text);
            } catch (DatabaseUnavailable notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
            }
        }
    }
}
