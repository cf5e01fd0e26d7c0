package org.infolinia.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialledNumberTest {

    @ParameterizedTest(name = "{0} is meant by {1}")
    @CsvSource({
        "221000100, 221000100",
        "221000100, +48221000100",
        "221000100, 0048221000100",
        "+48221000100, 221000100",
        "+48221000100, 48221000100",
        "112, 112"
    })
    void theSameNumberHoweverItIsDelivered(String number, String dialled) {
        assertThat(new DialledNumber(number).isMeantBy(dialled)).isTrue();
    }

    @ParameterizedTest(name = "{0} is not meant by {1}")
    @CsvSource({
        "221000100, 221000101",
        "221000100, 1000100",
        "100, 221000100",
        "221000100, ''",
        "+48221000100, +49221000100"
    })
    void anotherNumber(String number, String dialled) {
        assertThat(new DialledNumber(number).isMeantBy(dialled)).isFalse();
    }
}
