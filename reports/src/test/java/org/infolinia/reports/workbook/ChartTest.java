package org.infolinia.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "8, 1", "9, 2", "41, 10", "247, 60", "900, 120", "28800, 3600", "30000, 7200"})
    void scaleOfTimesHasAtMostEightRoundSteps(double longest, double step) {
        assertThat(Chart.stepFor(longest)).isEqualTo(step);
    }
}
