package org.infolinia.sidecar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.infolinia.sidecar.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseSettingsTest {

    @Test
    void passwordNeverShows() {
        DatabaseSettings settings =
                new DatabaseSettings("jdbc:postgresql://db/infolinia", "infolinia", new Secret("gołąb"));

        assertThat(settings.toString()).doesNotContain("gołąb").contains("(secret)");
    }

    @Test
    void passwordInTheUrlIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() ->
                        new DatabaseSettings("jdbc:postgresql://db/infolinia?password=gołąb", "infolinia", Secret.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql://db/infolinia\"")
                .hasMessageNotContaining("gołąb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "infolinia.db",
                "jdbc:mysql://db/infolinia",
                "jdbc:sqlite:",
                "jdbc:sqlite: ",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:x?mode=memory",
                "jdbc:sqlite:/var/x.db?synchronous=OFF"
            })
    void urlOfNoKindWeKnowIsRefused(String url) {
        assertThatThrownBy(() -> new DatabaseSettings(url, "", Secret.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("database url");
    }

    @Test
    void userForAFileIsRefused() {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:sqlite:/x.db", "anna", Secret.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anna");
    }

    @Test
    void fileWithPolishLettersAndSpacesIsKept() {
        assertThat(DatabaseSettings.sqlite(Path.of("/var/lib/infolinia/źródło danych.db"))
                        .file())
                .isEqualTo(Path.of("/var/lib/infolinia/źródło danych.db"));
    }
}
