package org.infolinia.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemarkTest {

    private static final Language PL = new Language("pl");
    private static final Language EN = new Language("en");

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void eachFileHasTheWordsOfEachRemarkAndNoOthers(String language) throws IOException {
        Properties words = new Properties();
        try (var in = Remark.class.getResourceAsStream("remarks_" + language + ".properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }

        assertThat(words.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Remark.values())
                        .map(remark -> remark.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Remark.class)
    void bothLanguagesTellTheSameDetails(Remark remark) {
        assertThat(details(remark.words(PL))).isEqualTo(details(remark.words(EN)));
    }

    private static Set<String> details(String words) {
        String told = new MessageFormat(words, Locale.ROOT).format(new Object[] {"‹0›", "‹1›", "‹2›", "‹3›", "‹4›"});
        return Pattern.compile("‹.›")
                .matcher(told)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void aDetailThatIsARemarkItselfIsInTheLanguageOfTheSentence() {
        Texts remark = Remark.UNKNOWN_TIMETABLE.of("{0}", Remark.ONE_IN_THE_FILE.of());

        assertThat(remark)
                .isEqualTo(new Texts(Map.of(
                        PL, "nie ma godzin gałęzi (timetable) „{0}”; do wyboru: to, co jest w tym pliku",
                        EN, "there is no timetable \"{0}\"; expected: one in this file")));
    }

    @Test
    void whoReadsAnotherLanguageReadsEnglish() {
        assertThat(Remark.in(new Language("uk"), Remark.TOO_LARGE.of(1000000)))
                .isEqualTo("is too large; expected: at most 1000000 bytes");
    }
}
