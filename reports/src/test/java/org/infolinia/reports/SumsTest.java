package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.WaitFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Service level, means and percentiles. 1795424400 is 2026-11-23 at 10:00 in Warsaw. */
class SumsTest {

    @TempDir
    Path folder;

    @Test
    void serviceLevelLeavesOutThoseWhoHungUpWithinTheThreshold() {
        StringBuilder log = new StringBuilder();
        answeredAfter(log, 1, 30);
        answeredAfter(log, 2, 31);
        abandonedAfter(log, 3, 30);
        abandonedAfter(log, 4, 31);

        CallFigures total = new Logs(folder).total(log.toString());

        assertThat(total.serviceLevel()).isEqualTo(new BigDecimal("0.3333"));
        assertThat(total.serviceLevelAnswered()).isEqualTo(new BigDecimal("0.5000"));
    }

    @Test
    void serviceLevelIsAbsentWhereEverybodyHungUpInTime() {
        StringBuilder log = new StringBuilder();
        abandonedAfter(log, 3, 30);

        assertThat(new Logs(folder).total(log.toString()).serviceLevel()).isNull();
    }

    @Test
    void percentilesAreByNearestRankAndTheMeanIsRoundedHalfUp() {
        StringBuilder log = new StringBuilder();
        int[] waits = {1, 2, 3, 4, 5, 6, 7, 8, 9, 50};
        for (int i = 0; i < waits.length; i++) {
            answeredAfter(log, i, waits[i]);
        }

        // 95 ÷ 10 = 9.5
        assertThat(new Logs(folder).total(log.toString()).waitAnswered()).isEqualTo(new WaitFigures(10L, 5L, 9L, 50L));
    }

    private void answeredAfter(StringBuilder log, int call, int wait) {
        long at = 1795424400 + call * 1000L;
        log.append(at + "|" + at + "." + call + "|nis2|NONE|ENTERQUEUE||x|1\n");
        log.append(at + wait + "|" + at + "." + call + "|nis2|anna|CONNECT|" + wait + "|" + at + ".99|1\n");
        log.append(at + wait + 60 + "|" + at + "." + call + "|nis2|anna|COMPLETECALLER|" + wait + "|60|1\n");
    }

    private void abandonedAfter(StringBuilder log, int call, int wait) {
        long at = 1795424400 + call * 1000L;
        log.append(at + "|" + at + "." + call + "|nis2|NONE|ENTERQUEUE||x|1\n");
        log.append(at + wait + "|" + at + "." + call + "|nis2|NONE|ABANDON|1|1|" + wait + "\n");
    }
}
