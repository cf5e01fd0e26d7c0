package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.infolinia.reports.figures.CallFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs as they should not be, and are. 1795424400 is 2026-11-23 at 10:00 in Warsaw. */
class LogTrapsTest {

    private static final String CALL = """
            1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424403|1795424390.7|nis2|anna|RINGNOANSWER|3000
            1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9
            1795424512|1795424390.7|nis2|bartosz|COMPLETEAGENT|12|100|1
            """;

    @TempDir
    Path folder;

    @Test
    void fileThatIsThereTwiceCountsOnce() {
        Report report = new Logs(folder)
                .with("queue_log", CALL)
                .with("queue_log.1", CALL)
                .with("queue_log-20261124.gz", CALL)
                .month("2026-11");

        assertThat(report.calls().total()).isEqualTo(new Logs(folder).total(CALL));
        assertThat(report.calls().total().rejectedOffers()).isEqualTo(1);
    }

    @Test
    void fileThatSomebodyPutTwiceIntoOneCountsOnce() {
        assertThat(new Logs(folder).total(CALL + CALL + CALL)).isEqualTo(new Logs(folder).total(CALL));
    }

    @Test
    void linesAFewSecondsOutOfOrderCountAsIfInOrder() {
        CallFigures total = new Logs(folder).total("""
                1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9
                1795424403|1795424390.7|nis2|anna|RINGNOANSWER|3000
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424512|1795424390.7|nis2|bartosz|COMPLETEAGENT|12|100|1
                """);

        assertThat(total).isEqualTo(new Logs(folder).total(CALL));
    }

    @Test
    void linesOfOneSecondCountInWhicheverOrderTheyStand() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|anna|COMPLETEAGENT|0|0|1
                1795424400|1795424390.7|nis2|anna|CONNECT|0|1795424401.8|0
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424400|1795424390.8|nis2|NONE|ABANDON|1|1|0
                1795424400|1795424390.8|nis2|NONE|ENTERQUEUE||48600100201|2
                """);

        assertThat(total.answered()).isEqualTo(1);
        assertThat(total.hungUpEarly()).isEqualTo(1);
        assertThat(total.endedByConsultant()).isEqualTo(1);
        assertThat(total.abandoned()).isEqualTo(1);
        assertThat(total.removed()).isZero();
    }

    @Test
    void fileWithMoreJumpsBackThanAreMendedIsSaidToBeUncertain() {
        Report report = new Logs(folder).november(CALL.repeat(250));

        assertThat(Logs.notes(report))
                .contains("Time jumps back more than 200 times in the queue log: 147 lines from queue_log, line 805,"
                        + " on could not be put in order, so the figures may be wrong; sort the file by its time"
                        + " stamps (sort -s -t '|' -k 1,1n).");
    }

    @Test
    void asManyJumpsBackAsAreMendedNeedNoNote() {
        Report report = new Logs(folder).november(CALL.repeat(201));

        assertThat(report.calls().total()).isEqualTo(new Logs(folder).total(CALL));
        assertThat(Logs.notes(report)).noneMatch(note -> note.contains("jumps back"));
    }

    @Test
    void aLineFarOutOfOrderIsPutWhereItBelongs() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795600000|1795424390.7|nis2|bartosz|PAUSE|lunch
                1795424512|1795424390.7|nis2|bartosz|COMPLETEAGENT|12|100|1
                1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9
                """);

        assertThat(total.answered()).isEqualTo(1);
        assertThat(total.talkSeconds()).isEqualTo(100);
    }

    @Test
    void idsWithASystemNameAreIdsToo() {
        CallFigures total = new Logs(folder).total(CALL.replace("1795424390.7", "pbx1-1795424390.7"));

        assertThat(total).isEqualTo(new Logs(folder).total(CALL));
    }

    @Test
    void linesThatEndAsOnWindowsAreRead() {
        Report report = new Logs(folder).november(CALL.replace("\n", "\r\n"));

        assertThat(report.unreadable()).isEmpty();
        assertThat(report.calls().total().rejectedOffers()).isEqualTo(1);
    }

    @Test
    void callWithoutItsEnterQueueIsShownAndNotCounted() {
        Report report = new Logs(folder).november("""
                1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9
                1795424512|1795424390.7|nis2|bartosz|COMPLETEAGENT|12|100|1
                """);

        assertThat(report.calls().total().offered()).isZero();
        assertThat(report.calls().total().talkSeconds()).isZero();
        assertThat(report.calls().reconciliation()).singleElement().satisfies(entry -> {
            assertThat(entry.callId()).isEqualTo("1795424390.7");
            assertThat(entry.kind().spelled()).isEqualTo("noEnterQueue");
        });
    }

    @Test
    void callThatLacksBothItsBeginningAndItsEndIsListedTwiceAndCountedOnce() {
        Report report = new Logs(folder).november("""
                1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9
                """);

        assertThat(report.calls().reconciliation()).hasSize(2);
        assertThat(report.calls().reconciliationCount()).isEqualTo(1);
    }

    @Test
    void withoutACdrNothingIsSaidToDisagreeWithIt() {
        Report report = new Logs(folder).november("1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9\n");

        assertThat(Logs.notes(report))
                .contains("1 call lacks lines in the queue log; the report lists where.")
                .noneMatch(note -> note.contains("agree"));
    }

    @Test
    void callThatComesBackAfterHoursElsewhereIsStillOne() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424412|1795424390.7|nis2|anna|CONNECT|12|1795424401.8|9
                1795424512|1795424390.7|nis2|anna|BLINDTRANSFER|100|internal|12|100|1
                1795435312|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795435322|1795424390.7|nis2|NONE|ABANDON|1|1|10
                """);

        assertThat(total.offered()).isEqualTo(1);
        assertThat(total.answered()).isEqualTo(1);
    }
}
