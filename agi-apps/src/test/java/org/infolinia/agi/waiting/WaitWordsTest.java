package org.infolinia.agi.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infolinia.agi.announcements.BuiltInSounds;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitWordsTest {

    private static final Map<String, Texts> WORDS =
            BuiltInSounds.read(QueueEntryHandler.class, "words.properties").texts();

    @ParameterizedTest(name = "{0} ahead: {1}")
    @CsvSource({
        "1, Przed Państwem czeka jedna osoba.",
        "2, Przed Państwem czekają dwie osoby.",
        "3, Przed Państwem czekają trzy osoby.",
        "4, Przed Państwem czekają cztery osoby.",
        "5, Przed Państwem czeka pięć osób.",
        "12, Przed Państwem czeka dwanaście osób.",
        "20, Przed Państwem czeka dwadzieścia osób.",
        "21, Przed Państwem czeka ponad dwadzieścia osób.",
        "30, Przed Państwem czeka ponad dwadzieścia osób.",
        "31, Przed Państwem czeka ponad trzydzieści osób.",
        "50, Przed Państwem czeka ponad czterdzieści osób.",
        "51, Przed Państwem czeka ponad pięćdziesiąt osób.",
        "101, Przed Państwem czeka ponad sto osób.",
    })
    void peopleAheadAreCountedInTheRightForm(int callers, String words) {
        assertThat(polish(WaitWords.ahead(callers).orElseThrow())).isEqualTo(words);
    }

    /** The plural rules of Polish (CLDR): one; few for 2 to 4 but not 12 to 14; many. */
    @Test
    void formsFollowTheRulesOfTheLanguage() {
        for (int callers = 1; callers <= WaitWords.EXACT; callers++) {
            String form = callers == 1
                    ? " osoba."
                    : callers % 10 >= 2 && callers % 10 <= 4 && (callers < 12 || callers > 14) ? " osoby." : " osób.";
            assertThat(polish("waiting-ahead-" + callers)).endsWith(form);
        }
    }

    @Test
    void nobodyAheadIsNotSaid() {
        assertThat(WaitWords.ahead(0)).isEmpty();
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({
        "0, mniej niż minuta",
        "44, mniej niż minuta",
        "45, około minuty",
        "89, około minuty",
        "90, około dwóch minut",
        "200, około trzech minut",
        "269, około czterech minut",
        "270, około pięciu minut",
        "400, około siedmiu minut",
        "600, około dziesięciu minut",
        "660, ponad dziesięć minut",
        "7200, ponad dziesięć minut",
    })
    void waitIsSaidInTheStepsThatPeopleUse(int seconds, String words) {
        assertThat(polish(WaitWords.minutes(Duration.ofSeconds(seconds))))
                .isEqualTo("Przewidywany czas oczekiwania: " + words + ".");
    }

    @Test
    void allThatCouldBeSaidHasWordsInBothLanguages() {
        Stream<String> names = Stream.concat(
                IntStream.rangeClosed(1, 500)
                        .mapToObj(callers -> WaitWords.ahead(callers).orElseThrow()),
                IntStream.range(0, 7200).mapToObj(seconds -> WaitWords.minutes(Duration.ofSeconds(seconds))));

        for (String name : names.collect(Collectors.toSet())) {
            assertThat(polish(name)).isNotBlank();
            assertThat(text(name, "en")).isNotBlank();
        }
    }

    /** What say.c asks for in Polish and English up to the largest capacity a queue may have. */
    @Test
    void everyPlaceInAQueueHasItsSounds() {
        for (int place = 1; place <= 500; place++) {
            for (String file : polishSounds(place)) {
                assertThat(WORDS).containsKey("digits/" + file);
                assertThat(Objects.requireNonNull(WORDS.get("digits/" + file)).in(new Language("pl")))
                        .as(file)
                        .isPresent();
            }
        }
        List<String> english =
                IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList();
        assertThat(english)
                .allMatch(file -> Objects.requireNonNull(WORDS.get("digits/" + file))
                        .in(new Language("en"))
                        .isPresent());
        assertThat(WORDS).containsKey("digits/hundred");
    }

    private static List<String> polishSounds(int number) {
        Stream.Builder<String> files = Stream.builder();
        int rest = number;
        if (rest >= 100) {
            files.add(Integer.toString(rest / 100 * 100));
            rest %= 100;
        }
        if (rest > 20) {
            files.add(Integer.toString(rest / 10 * 10));
            rest %= 10;
        }
        if (rest > 0) {
            files.add(Integer.toString(rest));
        }
        return files.build().toList();
    }

    private static String polish(String name) {
        return text(name, "pl");
    }

    private static String text(String name, String language) {
        return WORDS.getOrDefault("infolinia/" + name, new Texts(Map.of()))
                .in(new Language(language))
                .orElse("");
    }
}
