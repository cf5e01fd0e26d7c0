package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of queues that are not the hotline's. 1795424400 is 2026-11-23 at 10:00 in Warsaw. */
class OtherQueuesTest {

    private static final String LINES = """
            1795424400|1795424390.1|sprzedaz|NONE|ENTERQUEUE||48600100200|1
            1795424400|1795424390.1|serwis|NONE|ENTERQUEUE||48600100200|1
            1795424402|1795424390.1|sprzedaz|NONE|ABANDON|1|1|2
            """;

    @TempDir
    Path folder;

    @Test
    void linesInTwoFilesOrTwiceInOneAreSetAsideOnce() {
        Report report = new Logs(folder)
                .with("queue_log", LINES)
                .with("queue_log.1", LINES)
                .with("queue_log-20261124.gz", LINES + LINES)
                .month("2026-11");

        assertThat(report.setAside())
                .containsExactly(java.util.Map.entry("serwis", 1L), java.util.Map.entry("sprzedaz", 2L));
        assertThat(report.calls().total().offered()).isZero();
    }

    @Test
    void pastAHundredQueuesTheRestShareARow() {
        StringBuilder log = new StringBuilder();
        for (int queue = 0; queue < 103; queue++) {
            log.append("1795424400|1795424390.1|q" + queue + "|NONE|ENTERQUEUE||48600100200|1\n");
            log.append("1795424401|1795424390.1|q" + queue + "|NONE|ABANDON|1|1|1\n");
        }

        assertThat(new Logs(folder).november(log.toString()).setAside())
                .hasSize(101)
                .containsEntry("q99", 2L)
                .containsEntry("(other queues)", 6L);
    }

    @Test
    void linesOutsideTheReportsTimeAreNotCounted() {
        assertThat(new Logs(folder)
                        .november("1796079600|1796079600.1|sprzedaz|NONE|ENTERQUEUE||48600100200|1\n")
                        .setAside())
                .isEmpty();
    }
}
