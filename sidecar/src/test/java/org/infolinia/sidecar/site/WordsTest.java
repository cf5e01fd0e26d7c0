package org.infolinia.sidecar.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordsTest {

    private static final String OURS = "/org/infolinia/sidecar/site";

    private final Words words = new Words(List.of(OURS));

    @Test
    void wordsAreSaidInBothLanguagesWithTheirArguments() {
        assertThat(words.say(Words.POLISH, "password.short", 10))
                .isEqualTo("Nowe hasło jest za krótkie: potrzeba co najmniej 10 znaków.");
        assertThat(words.say(Words.ENGLISH, "password.short", 10))
                .isEqualTo("The new password is too short: at least 10 signs.");
    }

    @Test
    void aWordThatThereIsNotIsAFaultOfOurs() {
        assertThatThrownBy(() -> words.say(Words.POLISH, "nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no word nothing");
    }

    @Test
    void wordsAreReadOnceEach() {
        assertThatThrownBy(() -> new Words(List.of(OURS, OURS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the word ")
                .hasMessageEndingWith(" is there twice");
        assertThatThrownBy(() -> new Words(List.of("/nowhere")))
                .hasMessage("there is no /nowhere/words_pl.properties on the class path");
    }
}
