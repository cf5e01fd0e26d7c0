package org.infolinia.agi.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpectedWaitTest {

    @Test
    void medianOfTheLatestSevenIsExpected() {
        assertThat(ExpectedWait.of(seconds(60, 70, 900, 50, 80, 90, 40, 5000, 5000, 5000, 5000, 5000), 2))
                .contains(Duration.ofSeconds(70));
    }

    @Test
    void ofAnEvenNumberTheLongerOneOfTheMiddleCounts() {
        assertThat(ExpectedWait.of(seconds(10, 20, 30, 40), 1)).contains(Duration.ofSeconds(30));
    }

    @Test
    void fewerThanThreeCallsTellNothing() {
        assertThat(ExpectedWait.of(seconds(60, 70), 2)).isEmpty();
        assertThat(ExpectedWait.of(seconds(60, 70, 80), 2)).isPresent();
    }

    @Test
    void whereNobodyIsThereToAnswerNothingIsExpected() {
        assertThat(ExpectedWait.of(seconds(60, 70, 80), 0)).isEmpty();
    }

    private static List<Duration> seconds(int... seconds) {
        return IntStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
    }
}
