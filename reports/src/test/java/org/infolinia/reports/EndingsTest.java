package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.WaitFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls end that were in a queue. 1795424400 is 2026-11-23 at 10:00 in Warsaw. */
class EndingsTest {

    @TempDir
    Path folder;

    @Test
    void callerWhoIsAnsweredHasAWaitAndATalk() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424412|1795424390.7|nis2|anna|CONNECT|12|1795424401.8|9
                1795424512|1795424390.7|nis2|anna|COMPLETECALLER|12|100|1
                """);

        assertThat(total.offered()).isEqualTo(1);
        assertThat(total.answered()).isEqualTo(1);
        assertThat(total.unanswered()).isZero();
        assertThat(total.waitAnswered()).isEqualTo(new WaitFigures(12L, 12L, 12L, 12L));
        assertThat(total.talkSeconds()).isEqualTo(100);
        assertThat(total.endedByConsultant()).isZero();
        assertThat(total.serviceLevel()).isEqualTo(new BigDecimal("1.0000"));
    }

    @Test
    void callerWhoHangsUpAtOnceIsAbandonedAndShownAsShort() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424405|1795424390.7|nis2|NONE|ABANDON|1|1|5
                """);

        assertThat(total.abandoned()).isEqualTo(1);
        assertThat(total.abandonedShort()).isEqualTo(1);
        assertThat(total.waitAbandoned().max()).isEqualTo(5);
    }

    @Test
    void callerWhoHangsUpASecondLaterIsAbandonedAndNotShort() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424406|1795424390.7|nis2|NONE|ABANDON|1|1|6
                """);

        assertThat(total.abandoned()).isEqualTo(1);
        assertThat(total.abandonedShort()).isZero();
    }

    @Test
    void callerWhoHangsUpAsTheyAreJoinedIsAbandonedThoughTheLineNamesAConsultant() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424420|1795424390.7|nis2|anna|ABANDON|1|1|20
                """);

        assertThat(total.abandoned()).isEqualTo(1);
        assertThat(total.answered()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "EXITWITHTIMEOUT|1|1|300, 1, 0, 0",
        "EXITWITHKEY|2|1|1|300, 0, 1, 0",
        "EXITEMPTY|1|1|300, 0, 0, 1",
        "WITHDRAW|1|1|300|moved, 0, 0, 1",
        "SYSCOMPAT|, 0, 0, 1"
    })
    void callThatLeavesTheQueueOtherwiseIsCountedByItsEvent(
            String event, long timedOut, long exitedByKey, long removed) {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424700|1795424390.7|nis2|NONE|%s
                """.formatted(event));

        assertThat(total.timedOut()).isEqualTo(timedOut);
        assertThat(total.exitedByKey()).isEqualTo(exitedByKey);
        assertThat(total.removed()).isEqualTo(removed);
        assertThat(total.unanswered()).isEqualTo(1);
        assertThat(total.offeredDifference()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "4700, SYSCOMPAT|, 4700, ABANDON|1|1|300",
        "4700, SYSCOMPAT|, 4701, ABANDON|1|1|301",
        "4700, ABANDON|1|1|300, 4700, SYSCOMPAT|"
    })
    void callWithoutACommonCodecIsRemovedThoughAsteriskWritesAbandonToo(
            long one, String line, long other, String further) {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                179542%d|1795424390.7|nis2|NONE|%s
                179542%d|1795424390.7|nis2|NONE|%s
                """.formatted(one, line, other, further));

        assertThat(total.removed()).isEqualTo(1);
        assertThat(total.abandoned()).isZero();
        assertThat(total.waitAbandoned().max()).isNull();
    }

    @Test
    void callerWhoJoinsAgainAfterSyscompatAndHangsUpIsAbandoned() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424410|1795424390.7|nis2|NONE|SYSCOMPAT|
                1795424410|1795424390.7|nis2|NONE|ABANDON|1|1|10
                1795424420|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424450|1795424390.7|nis2|NONE|ABANDON|1|1|30
                """);

        assertThat(total.removed()).isZero();
        assertThat(total.abandoned()).isEqualTo(1);
    }

    @Test
    void callThatNeverEndsIsRemoved() {
        assertThat(new Logs(folder)
                        .total("1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1\n")
                        .removed())
                .isEqualTo(1);
    }

    @Test
    void startOfAsteriskClosesEveryOpenCallAndAStrayLineDoesNotReopenIt() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424401|1795424390.8|nis2|NONE|ENTERQUEUE||48600100201|2
                1795424402|1795424390.8|nis2|anna|CONNECT|1|1795424401.9|1
                1795424500|NONE|NONE|NONE|QUEUESTART|
                1795424600|1795424390.7|nis2|NONE|ABANDON|1|1|200
                """);

        assertThat(total.removed()).isEqualTo(1);
        assertThat(total.abandoned()).isZero();
        assertThat(total.answered()).isEqualTo(1);
        assertThat(total.talkSeconds()).isZero();
    }

    @Test
    void callThatMovesFromQueueToQueueIsOneCallAndItsLastEventDecides() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424460|1795424390.7|nis2|NONE|EXITWITHTIMEOUT|1|1|60
                1795424460|1795424390.7|general|NONE|ENTERQUEUE||48600100200|1
                1795424500|1795424390.7|general|NONE|ABANDON|1|1|40
                """);

        assertThat(total.offered()).isEqualTo(1);
        assertThat(total.abandoned()).isEqualTo(1);
        assertThat(total.timedOut()).isZero();
        assertThat(total.waitAbandoned().max()).isEqualTo(100);
    }

    @Test
    void callThatIsTransferredBackIntoAQueueIsAnsweredOnceAndBothTalksCount() {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424410|1795424390.7|nis2|anna|CONNECT|10|1795424401.8|9
                1795424430|1795424390.7|nis2|anna|BLINDTRANSFER|8002|infolinia-internal|10|20|1
                1795424430|1795424390.7|general|NONE|ENTERQUEUE||48600100200|1
                1795424470|1795424390.7|general|bartosz|CONNECT|40|1795424431.9|9
                1795424500|1795424390.7|general|bartosz|COMPLETEAGENT|40|30|1
                """);

        assertThat(total.offered()).isEqualTo(1);
        assertThat(total.answered()).isEqualTo(1);
        assertThat(total.waitAnswered().max()).isEqualTo(10);
        assertThat(total.talkSeconds()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "nis2"})
    void consultantWhoTakesTheCallAgainInTheSecondTheyHandItOnTalksTwice(String next) {
        Report report = new Logs(folder).november("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424410|1795424390.7|nis2|anna|CONNECT|10|1795424401.8|9
                1795424470|1795424390.7|NEXT|NONE|ENTERQUEUE||48600100200|1
                1795424470|1795424390.7|NEXT|anna|CONNECT|0|1795424470.9|0
                1795424470|1795424390.7|nis2|anna|BLINDTRANSFER|8002|internal|10|60|1
                1795424480|1795424390.7|NEXT|anna|COMPLETECALLER|0|10|1
                """.replace("NEXT", next));

        assertThat(report.calls().total().talkSeconds()).isEqualTo(70);
        assertThat(report.calls().reconciliation()).isEmpty();
    }

    @Test
    void conversationWithoutEndLendsNothingToTheNextOfTheSameConsultant() {
        Report report = new Logs(folder).november("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424410|1795424390.7|nis2|anna|CONNECT|10|1795424401.8|9
                1795424470|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424480|1795424390.7|nis2|anna|CONNECT|10|1795424470.9|0
                1795424500|1795424390.7|nis2|anna|COMPLETECALLER|10|20|1
                1795424510|1795424390.7|nis2|anna|COMPLETECALLER|10|30|1
                """);

        assertThat(report.calls().total().talkSeconds()).isEqualTo(20);
        assertThat(report.calls().reconciliation())
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind().spelled()).isEqualTo("conversationWithoutEnd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATTENDEDTRANSFER|BRIDGE|4c2a-11|10|60|1",
                "ATTENDEDTRANSFER|APP|Queue|10|60|1",
                "ATTENDEDTRANSFER|LINK|PJSIP/anna-01|PJSIP/x-02|10|60|1",
                "TRANSFER|8002|internal|10|60|1",
                "COMPLETECALLER|10|60|1",
                "COMPLETEAGENT|10|60|1"
            })
    void conversationEndsWithEachOfItsEvents(String end) {
        CallFigures total = new Logs(folder).total("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424410|1795424390.7|nis2|anna|CONNECT|10|1795424401.8|9
                1795424470|1795424390.7|nis2|anna|%s
                """.formatted(end));

        assertThat(total.talkSeconds()).isEqualTo(60);
    }

    @Test
    void eventsNobodyKnowsDoNoHarm() {
        Report report = new Logs(folder).november("""
                1795424399|NONE|NONE|NONE|CONFIGRELOAD|
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424401|1795424390.7|nis2|NONE|SOMETHINGNEW|a|b|c|d|e|f|g|h
                1795424405|1795424390.7|nis2|NONE|ABANDON|1|1|5
                """);

        assertThat(report.calls().total().abandoned()).isEqualTo(1);
        assertThat(report.unreadable()).isEmpty();
    }
}
