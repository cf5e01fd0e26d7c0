package org.infolinia.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitPatternTest {

    @ParameterizedTest(name = "{0} takes {1}")
    @CsvSource({
        "123, 123",
        "[1-9][0-9]{9}, 5260001246",
        "[13-5*], 4",
        "[13-5*], *",
        "12?3, 13",
        "12?3, 123",
        "1{2}, 11",
        "'1{0,2}2', 2",
        "'1{0,2}12', 1112",
        "12|34, 34",
        ".{3}, *0#"
    })
    void digitsThatFit(String pattern, String digits) {
        assertThat(DigitPattern.of(pattern).matches(digits)).isTrue();
    }

    @ParameterizedTest(name = "{0} refuses {1}")
    @CsvSource({
        "123, 12",
        "123, 1234",
        "[1-9][0-9]{9}, 0260001246",
        "[13-5], 2",
        "12?3, 1223",
        "'1{2,3}', 1",
        "'1{2,3}', 1111",
        "12|34, 14",
        "., ''",
        "., 12",
        "1, a"
    })
    void digitsThatDoNotFit(String pattern, String digits) {
        assertThat(DigitPattern.of(pattern).matches(digits)).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "12|; nothing beside a |",
                "[12; a [ without its ]",
                "[]; nothing between [ and ]",
                "[5-2]; a range that is none: \"5-2\"",
                "[1-*]; a range that is none: \"1-*\"",
                "[-1]; \"-\" is no key of a telephone",
                "1-2; \"-\" is no key of a telephone",
                "1{; a { without how often, such as {3} or {3,5}",
                "1{,3}; a { without how often, such as {3} or {3,5}",
                "1{3,2}; in {3,2} the lower number comes first, and 30 is the most",
                "1{0}; in {0} the lower number comes first, and 30 is the most",
                "1{31}; in {31} the lower number comes first, and 30 is the most",
                "?; \"?\" is no key of a telephone"
            })
    void patternsThatAreNone(String pattern, String complaint) {
        assertThatThrownBy(() -> DigitPattern.of(pattern)).hasMessage(complaint);
    }

    @Test
    void aPatternThatLeavesManyWaysOpenIsMatchedStepByStep() {
        DigitPattern pattern = DigitPattern.of("1{0,30}".repeat(14) + "2");

        assertThat(pattern.matches("1".repeat(30))).isFalse();
        assertThat(pattern.matches("1".repeat(29) + "2")).isTrue();
    }
}
