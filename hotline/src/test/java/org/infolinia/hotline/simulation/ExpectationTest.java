package org.infolinia.hotline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.xml.HotlineFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as a coordinator writes them, held against the demonstration hotline. */
final class ExpectationTest {

    private static Hotline hotline;

    @BeforeAll
    static void readTheDemonstration() throws Exception {
        hotline = HotlineFile.read(Path.of("../dialplan/hotline.xml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-24 10:00 | hears closed | ends closed",
                "2026-12-24T10:00 | słyszy closed | kończy nieczynne",
                "2026-11-23 10:00 | press 1 | ends queue dojrzalosc",
                "2026-11-23 10:00|wybiera 9,2|kończy kolejka nis2",
                "2026-11-23 10:00 | press 9, 2 | hears \"NIS 2 pre-verification\" | ends queue nis2",
                "2026-11-23 10:00 | press -,-,- | ends queue ogolna",
                "2026-11-23 10:00 | ends queue ogolna",
                "2026-11-23 10:00 | language en | hears \"This is the helpline\" | not hears closed",
                "2026-11-23 10:00 | dzwoni na 221000100 | słyszy welcome | nie słyszy closed",
                "2026-11-23 08:00 | open",
                "2026-11-23 17:00 | nieczynne"
            })
    void lineThatIsSoIsMet(String line) throws Exception {
        assertThat(Expectation.parse(line).broken(hotline)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-12-24 10:00 | ends queue nis2; ends closed, not queue nis2",
                "2026-11-23 10:00 | press 1 | ends queue nis3; ends queue dojrzalosc, not queue nis3",
                "2026-11-23 10:00 | hears closed; does not hear closed",
                "2026-11-23 10:00 | not hears welcome; hears welcome",
                "2026-11-23 10:00 | hears wellcome; there is no announcement \"wellcome\" in hotline.xml",
                "2026-12-24 10:00 | open; the hotline is closed then",
            })
    void lineThatIsOtherwiseIsTold(String line, String told) throws Exception {
        assertThat(Expectation.parse(line).broken(hotline))
                .singleElement()
                .satisfies(words -> assertThat(Remark.inEnglish(words)).startsWith(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-12-24 10:00 | ends queue nis2; kończy nieczynne, a nie kolejka nis2",
                "2026-11-23 10:00 | hears wellcome; w hotline.xml nie ma zapowiedzi „wellcome”",
                "2026-12-24 10:00 | open; infolinia jest wtedy nieczynna",
            })
    void itIsToldInPolishToo(String line, String told) throws Exception {
        assertThat(Expectation.parse(line).broken(hotline))
                .singleElement()
                .satisfies(words ->
                        assertThat(Remark.in(new Language("pl"), words)).isEqualTo(told));
    }

    @Test
    void eachPartThatIsOtherwiseIsTold() throws Exception {
        assertThat(Expectation.parse("2026-12-24 10:00 | open | hears welcome | ends queue nis2")
                        .broken(hotline))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-32 10:00 | closed, 2026-12-32 10:00",
        "24.12.2026 10:00 | closed, is no moment",
        "2026-12-24 10:00, nothing is expected",
        "2026-12-24 10:00 | press 1, nothing is expected",
        "2026-12-24 10:00 | press one | closed, expected: keys",
        "2026-12-24 10:00 | hear closed, hear closed",
        "2026-12-24 10:00 | ends queue, expected: queue NAME",
        "2026-12-24 10:00 | ends, expected: queue NAME",
        "2026-12-24 10:00 | hears, nothing is named",
        "2026-12-24 10:00 | language english | closed, a language",
        "'', is no moment",
    })
    void lineThatIsNoneIsRefusedWithWhatIsExpected(String line, String told) {
        assertThatThrownBy(() -> Expectation.parse(line))
                .isInstanceOf(Expectation.NotUnderstood.class)
                .hasMessageContaining(told);
    }
}
