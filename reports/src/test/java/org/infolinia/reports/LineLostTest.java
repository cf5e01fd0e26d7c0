package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.infolinia.reports.figures.CallFigures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A conversation that went on after the consultant's page had gone. */
class LineLostTest {

    @TempDir
    private Path folder;

    /** The two lines of the loss are written by two threads, so in either order. */
    @ParameterizedTest
    @ValueSource(strings = {"""
                1795424405|1795424390.7|nis2|anna|COMPLETEAGENT|10|4|1
                1795424405|1795424390.7|nis2|anna|LINELOST
                """, """
                1795424404|1795424390.7|nis2|anna|LINELOST
                1795424405|1795424390.7|nis2|anna|COMPLETEAGENT|10|4|1
                """})
    void lossIsNoHangUpOfTheConsultantAndBothPartsAreTalkedTime(String loss) {
        CallFigures total = total("""
                1795424391|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424401|1795424390.7|nis2|anna|CONNECT|10|1795424395.8|5
                """ + loss + """
                1795424415|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424415|1795424390.7|nis2|anna|CONNECT|0|1795424410.9|0
                1795424475|1795424390.7|nis2|anna|COMPLETECALLER|0|60|1
                """);

        assertThat(total.offered()).isEqualTo(1);
        assertThat(total.answered()).isEqualTo(1);
        assertThat(total.waitAnswered().max()).isEqualTo(10);
        assertThat(total.talkSeconds()).isEqualTo(64);
        assertThat(total.endedByConsultant()).isZero();
        assertThat(total.hungUpEarly()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 60})
    void consultantWhoHangsUpAfterwardsHasHungUp(int later) {
        CallFigures total = total("""
                1795424391|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424401|1795424390.7|nis2|anna|CONNECT|10|1795424395.8|5
                1795424405|1795424390.7|nis2|anna|COMPLETEAGENT|10|4|1
                1795424405|1795424390.7|nis2|anna|LINELOST
                1795424408|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424408|1795424390.7|nis2|anna|CONNECT|0|1795424410.9|0
                %d|1795424390.7|nis2|anna|COMPLETEAGENT|0|%d|1
                """.formatted(1_795_424_408L + later, later));

        assertThat(total.endedByConsultant()).isEqualTo(1);
    }

    private CallFigures total(String queueLog) {
        return new Logs(folder)
                .with("queue_log", queueLog)
                .month("2026-11")
                .calls()
                .total();
    }
}
