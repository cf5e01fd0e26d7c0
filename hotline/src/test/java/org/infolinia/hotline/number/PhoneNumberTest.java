package org.infolinia.hotline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @Test
    void logsTellTheLastThreeDigitsAlone() {
        assertThat(new PhoneNumber("+48600100234")).hasToString("…234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "600100200",
                "+0600100200",
                "+123456",
                "+1234567890123456",
                "+48600100200\n",
                "+4860010020x"
            })
    void whatIsNotE164IsRefused(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
