package org.infolinia.reports.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 99",
        "bytes=0-0, 0, 0",
        "bytes=10-19, 10, 19",
        "bytes=90-200, 90, 99",
        "bytes=-30, 70, 99",
        "bytes=-300, 0, 99",
        "'BYTES = 5 - 6', 5, 6",
        "bytes=99-, 99, 99"
    })
    void aRangeIsThatPartOfAHundredBytes(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last));
        assertThat(new ByteRange(first, last).isThere()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=999999999999999999-", "bytes=-0"})
    void whatIsBehindTheEndIsNotThere(String header) {
        assertThat(ByteRange.of(header, 100)).map(ByteRange::isThere).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=9-3",
                "bytes=0-1,5-6",
                "bytes=a-b",
                "bytes=--5",
                "lines=0-5",
                "bytes=1",
                "bytes=99999999999999999999-",
                "bytes=0-5; drop"
            })
    void whatIsNoRangeMeansAll(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @Test
    void withoutAHeaderAllIsMeant() {
        assertThat(ByteRange.of(null, 100)).isEqualTo(Optional.empty());
    }
}
