package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infolinia.reports.figures.CallFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A conversation that went on after the consultant's page had gone. */
class LineLostTest {

    private static final Map<String, String> DATA = Map.of(
            "CONNECT", "|10|1795424395.8|5",
            "COMPLETEAGENT", "|10|0|1",
            "COMPLETECALLER", "|10|0|1",
            "LINELOST", "|");

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
        CallFigures total = new Logs(folder).total("""
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
    @CsvSource({
        "CONNECT COMPLETEAGENT, 1, 1",
        "COMPLETEAGENT CONNECT, 1, 1",
        "CONNECT COMPLETEAGENT LINELOST, 0, 0",
        "CONNECT LINELOST COMPLETEAGENT, 0, 0",
        "COMPLETEAGENT CONNECT LINELOST, 0, 0",
        "COMPLETEAGENT LINELOST CONNECT, 0, 0",
        "LINELOST COMPLETEAGENT CONNECT, 0, 0",
        "LINELOST CONNECT COMPLETEAGENT, 0, 0",
        "COMPLETECALLER CONNECT LINELOST, 0, 0"
    })
    void lossInTheSecondOfTheAnswerIsNoHangUpWhereverItsLinesStand(
            String events, long endedByConsultant, long hungUpEarly) {
        CallFigures total = new Logs(folder)
                .total("1795424391|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1\n"
                        + Stream.of(events.split(" "))
                                .map(event -> "1795424401|1795424390.7|nis2|anna|" + event + DATA.get(event) + "\n")
                                .collect(Collectors.joining()));

        assertThat(total.answered()).isEqualTo(1);
        assertThat(total.endedByConsultant()).isEqualTo(endedByConsultant);
        assertThat(total.hungUpEarly()).isEqualTo(hungUpEarly);
    }

    @Test
    void anotherConsultantsEndThatStandsBeforeItsAnswerIsStillAnEarlyHangUp() {
        CallFigures total = new Logs(folder).total("""
                1795424391|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424401|1795424390.7|nis2|anna|CONNECT|10|1795424395.8|5
                1795424405|1795424390.7|nis2|bartosz|COMPLETEAGENT|10|0|1
                1795424405|1795424390.7|nis2|anna|LINELOST
                1795424405|1795424390.7|nis2|anna|COMPLETEAGENT|10|4|1
                1795424405|1795424390.7|nis2|bartosz|CONNECT|10|1795424405.9|0
                """);

        assertThat(total.endedByConsultant()).isEqualTo(1);
        assertThat(total.hungUpEarly()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 60})
    void consultantWhoHangsUpAfterwardsHasHungUp(int later) {
        CallFigures total = new Logs(folder).total("""
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
}
