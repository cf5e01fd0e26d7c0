package org.infolinia.reports.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaysTest {

    private final Plays plays = new Plays();
    private final List<String> book = new ArrayList<>();

    @Test
    void aPlayIsOneEntryHoweverManyPartsAreAskedFor() {
        String token = plays.open("session", "recording");

        for (int i = 0; i < 20; i++) {
            plays.find(token, "session", "recording").orElseThrow().enterOnce(() -> book.add("play"));
        }
        assertThat(book).containsExactly("play");

        String again = plays.open("session", "recording");
        plays.find(again, "session", "recording").orElseThrow().enterOnce(() -> book.add("play"));
        assertThat(book).containsExactly("play", "play");
    }

    @Test
    void whatTheBookDidNotTakeIsEnteredTheNextTime() {
        Plays.Play play = plays.find(plays.open("session", "recording"), "session", "recording")
                .orElseThrow();

        assertThatThrownBy(() -> play.enterOnce(() -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
        play.enterOnce(() -> book.add("play"));

        assertThat(book).containsExactly("play");
    }

    @Test
    void aPlayerIsOneSessionsAndOneRecordings() {
        String token = plays.open("session", "recording");

        assertThat(plays.find(token, "another", "recording")).isEmpty();
        assertThat(plays.find(token, "session", "another")).isEmpty();
        assertThat(plays.find("made-up", "session", "recording")).isEmpty();
        assertThat(plays.find("", "session", "recording")).isEmpty();
    }

    @Test
    void theOldestPlayerIsForgottenNotTheOneInUse() {
        String first = plays.open("session", "first");
        String second = plays.open("session", "second");
        for (int i = 0; i < 1999; i++) {
            assertThat(plays.find(first, "session", "first")).isPresent();
            plays.open("session", "later");
        }

        assertThat(plays.find(first, "session", "first")).isPresent();
        assertThat(plays.find(second, "session", "second")).isEmpty();
    }
}
