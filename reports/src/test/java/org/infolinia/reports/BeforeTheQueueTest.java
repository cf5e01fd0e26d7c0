package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.WaitFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of calls that saw no queue of ours. 1795424400 is 2026-11-23 at 10:00 in Warsaw. */
class BeforeTheQueueTest {

    @TempDir
    Path folder;

    @Test
    void ownLinesSayWhatBecameOfACallThatSawNoQueue() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.1|NONE|NONE|CLOSED|221000100
                1795424401|1795424390.1|NONE|NONE|LEFTIVR|closed
                1795424402|1795424390.2|NONE|NONE|LEFTIVR|menu
                1795424403|1795424390.3|nis2|NONE|REFUSED|FULL
                """);

        assertThat(total.closedHours()).isEqualTo(1);
        assertThat(total.leftInIvr()).isEqualTo(1);
        assertThat(total.refused()).isEqualTo(1);
        assertThat(total.offered()).isZero();
        assertThat(total.serviceLevel()).isNull();
        assertThat(total.waitAnswered()).isEqualTo(new WaitFigures(null, null, null, null));
    }

    @Test
    void callRefusedByOneQueueAndLetIntoAnotherIsOfferedOnly() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.1|nis2|NONE|REFUSED|JOINEMPTY
                1795424401|1795424390.1|general|NONE|ENTERQUEUE||48600100200|1
                1795424402|1795424390.1|general|NONE|ABANDON|1|1|1
                """);

        assertThat(total.refused()).isZero();
        assertThat(total.offered()).isEqualTo(1);
    }

    @Test
    void linesOfOtherQueuesAreSetAsideCountedAndSaid() {
        Report report = new Logs(folder).november("""
                1795424400|1795424390.1|sprzedaz|NONE|ENTERQUEUE||48600100200|1
                1795424402|1795424390.1|sprzedaz|NONE|ABANDON|1|1|2
                """);

        assertThat(report.calls().total().offered()).isZero();
        assertThat(report.setAside()).containsExactly(java.util.Map.entry("sprzedaz", 2L));
        assertThat(Logs.notes(report))
                .contains("2 lines of the queue sprzedaz set aside: it is not one of the hotline's"
                        + " (--queue sprzedaz counts it in).");
    }
}
