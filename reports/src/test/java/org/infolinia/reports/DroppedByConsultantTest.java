package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.infolinia.reports.figures.CallFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R3, part by part. 1795424400 is 2026-11-23 at 10:00 in Warsaw. */
class DroppedByConsultantTest {

    @TempDir
    Path folder;

    @Test
    void ringShorterThanTheQueuesRingTimeIsRejectedAndAFullOneIsMissed() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424403|1795424390.7|nis2|anna|RINGNOANSWER|3000
                1795424418|1795424390.7|nis2|bartosz|RINGNOANSWER|15000
                1795424433|1795424390.7|nis2|cezary|RINGNOANSWER|14999
                1795424440|1795424390.7|nis2|cezary|RINGCANCELED|4000
                1795424440|1795424390.7|nis2|NONE|ABANDON|1|1|40
                """);

        assertThat(total.rejectedOffers()).isEqualTo(2);
        assertThat(total.rejectedCalls()).isEqualTo(1);
        assertThat(total.missedOffers()).isEqualTo(1);
        assertThat(total.droppedByConsultant()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"5300, 5300", "5299, 5300", "5300, 5299"})
    void ringThatTheEndOfTheLongestWaitCutShortIsMissedAndNobodyDroppedTheCall(long ring, long timeout) {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                179542%d|1795424390.7|nis2|anna|RINGNOANSWER|4000
                179542%d|1795424390.7|nis2|NONE|EXITWITHTIMEOUT|1|1|900
                """.formatted(ring, timeout));

        assertThat(total.rejectedOffers()).isZero();
        assertThat(total.rejectedCalls()).isZero();
        assertThat(total.missedOffers()).isEqualTo(1);
        assertThat(total.droppedByConsultant()).isZero();
    }

    @Test
    void timeoutThatStandsBeforeTheRingItCutInItsSecondExcusesTheRingToo() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795425300|1795424390.7|nis2|NONE|EXITWITHTIMEOUT|1|1|900
                1795425300|1795424390.7|nis2|anna|RINGNOANSWER|4000
                """);

        assertThat(total.rejectedOffers()).isZero();
        assertThat(total.missedOffers()).isEqualTo(1);
    }

    @Test
    void allTelephonesThatRangWhenTheWaitEndedAreExcusedOnEitherSideOfASecond() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795425299|1795424390.7|nis2|anna|RINGNOANSWER|4000
                1795425299|1795424390.7|nis2|bartosz|RINGNOANSWER|4000
                1795425300|1795424390.7|nis2|cezary|RINGNOANSWER|4000
                1795425300|1795424390.7|nis2|NONE|EXITWITHTIMEOUT|1|1|900
                1795425301|1795424390.7|nis2|dorota|RINGNOANSWER|5000
                """);

        assertThat(total.rejectedOffers()).isZero();
        assertThat(total.missedOffers()).isEqualTo(4);
    }

    @Test
    void ringThatEndedTwoSecondsBeforeTheTimeoutWasRejected() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795425298|1795424390.7|nis2|anna|RINGNOANSWER|2000
                1795425300|1795424390.7|nis2|bartosz|RINGNOANSWER|1000
                1795425300|1795424390.7|nis2|NONE|EXITWITHTIMEOUT|1|1|900
                """);

        assertThat(total.rejectedOffers()).isEqualTo(1);
        assertThat(total.missedOffers()).isEqualTo(1);
        assertThat(total.droppedByConsultant()).isEqualTo(1);
    }

    @Test
    void timeoutInOneQueueExcusesNoRingOfTheNext() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424460|1795424390.7|nis2|NONE|EXITWITHTIMEOUT|1|1|60
                1795424460|1795424390.7|general|NONE|ENTERQUEUE||48600100200|1
                1795424461|1795424390.7|general|anna|RINGNOANSWER|1000
                1795424500|1795424390.7|general|NONE|ABANDON|1|1|40
                """);

        assertThat(total.rejectedOffers()).isEqualTo(1);
    }

    @Test
    void ringTimeIsThatOfTheQueueThatRang() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|general|NONE|ENTERQUEUE||48600100200|1
                1795424415|1795424390.7|general|anna|RINGNOANSWER|15000
                1795424440|1795424390.7|general|NONE|ABANDON|1|1|40
                """);

        assertThat(total.rejectedOffers()).isEqualTo(1);
        assertThat(total.missedOffers()).isZero();
    }

    @Test
    void consultantWhoHangsUpDuringTheAnnouncementDumpsTheCallWhichGoesOnWaiting() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424410|1795424390.7|nis2|anna|AGENTDUMP|
                1795424420|1795424390.7|nis2|bartosz|CONNECT|20|1795424411.9|3
                1795424480|1795424390.7|nis2|bartosz|COMPLETECALLER|20|60|1
                """);

        assertThat(total.dumped()).isEqualTo(1);
        assertThat(total.droppedByConsultant()).isEqualTo(1);
        assertThat(total.answered()).isEqualTo(1);
    }

    @Test
    void hangUpWithinTenSecondsOfConnectIsEarlyAndOneLaterIsNot() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424410|1795424390.7|nis2|anna|CONNECT|10|1795424401.8|9
                1795424420|1795424390.7|nis2|anna|COMPLETEAGENT|10|10|1
                1795424500|1795424490.9|nis2|NONE|ENTERQUEUE||48600100201|1
                1795424510|1795424490.9|nis2|anna|CONNECT|10|1795424501.8|9
                1795424521|1795424490.9|nis2|anna|COMPLETEAGENT|10|11|1
                """);

        assertThat(total.hungUpEarly()).isEqualTo(1);
        assertThat(total.endedByConsultant()).isEqualTo(2);
        assertThat(total.droppedByConsultant()).isEqualTo(1);
    }
}
