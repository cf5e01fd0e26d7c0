package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.WaitFigures;
import org.infolinia.reports.ledger.Unreadable;
import org.infolinia.reports.words.Words;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 1795424400 is 2026-11-23 at 10:00 in Warsaw. */
class LogReportTest {

    @TempDir
    Path folder;

    private Report reportOn(String queueLog) {
        return new Logs(folder).with("queue_log", queueLog).month("2026-11");
    }

    private static List<String> notes(Report report) {
        return report.notes().stream().map(Words::english).toList();
    }

    private CallFigures totalOf(String queueLog) {
        return reportOn(queueLog).calls().total();
    }

    @Nested
    class Endings {

        @Test
        void callerWhoIsAnsweredHasAWaitAndATalk() {
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
                    1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                    1795424405|1795424390.7|nis2|NONE|ABANDON|1|1|5
                    """);

            assertThat(total.abandoned()).isEqualTo(1);
            assertThat(total.abandonedShort()).isEqualTo(1);
            assertThat(total.waitAbandoned().max()).isEqualTo(5);
        }

        @Test
        void callerWhoHangsUpASecondLaterIsAbandonedAndNotShort() {
            CallFigures total = totalOf("""
                    1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                    1795424406|1795424390.7|nis2|NONE|ABANDON|1|1|6
                    """);

            assertThat(total.abandoned()).isEqualTo(1);
            assertThat(total.abandonedShort()).isZero();
        }

        @Test
        void callerWhoHangsUpAsTheyAreJoinedIsAbandonedThoughTheLineNamesAConsultant() {
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
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
            assertThat(totalOf("1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1\n")
                            .removed())
                    .isEqualTo(1);
        }

        @Test
        void startOfAsteriskClosesEveryOpenCallAndAStrayLineDoesNotReopenIt() {
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
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
            Report report = reportOn("""
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
            Report report = reportOn("""
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
            CallFigures total = totalOf("""
                    1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                    1795424410|1795424390.7|nis2|anna|CONNECT|10|1795424401.8|9
                    1795424470|1795424390.7|nis2|anna|%s
                    """.formatted(end));

            assertThat(total.talkSeconds()).isEqualTo(60);
        }

        @Test
        void eventsNobodyKnowsDoNoHarm() {
            Report report = reportOn("""
                    1795424399|NONE|NONE|NONE|CONFIGRELOAD|
                    1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                    1795424401|1795424390.7|nis2|NONE|SOMETHINGNEW|a|b|c|d|e|f|g|h
                    1795424405|1795424390.7|nis2|NONE|ABANDON|1|1|5
                    """);

            assertThat(report.calls().total().abandoned()).isEqualTo(1);
            assertThat(report.unreadable()).isEmpty();
        }
    }

    @Nested
    class BeforeTheQueue {

        @Test
        void ownLinesSayWhatBecameOfACallThatSawNoQueue() {
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
                    1795424400|1795424390.1|nis2|NONE|REFUSED|JOINEMPTY
                    1795424401|1795424390.1|general|NONE|ENTERQUEUE||48600100200|1
                    1795424402|1795424390.1|general|NONE|ABANDON|1|1|1
                    """);

            assertThat(total.refused()).isZero();
            assertThat(total.offered()).isEqualTo(1);
        }

        @Test
        void linesOfOtherQueuesAreSetAsideCountedAndSaid() {
            Report report = reportOn("""
                    1795424400|1795424390.1|sprzedaz|NONE|ENTERQUEUE||48600100200|1
                    1795424402|1795424390.1|sprzedaz|NONE|ABANDON|1|1|2
                    """);

            assertThat(report.calls().total().offered()).isZero();
            assertThat(report.setAside()).containsExactly(java.util.Map.entry("sprzedaz", 2L));
            assertThat(notes(report))
                    .contains("2 lines of the queue sprzedaz set aside: it is not one of the hotline's"
                            + " (--queue sprzedaz counts it in).");
        }
    }

    @Nested
    class OfOtherQueues {

        private static final String LINES = """
                1795424400|1795424390.1|sprzedaz|NONE|ENTERQUEUE||48600100200|1
                1795424400|1795424390.1|serwis|NONE|ENTERQUEUE||48600100200|1
                1795424402|1795424390.1|sprzedaz|NONE|ABANDON|1|1|2
                """;

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

            assertThat(reportOn(log.toString()).setAside())
                    .hasSize(101)
                    .containsEntry("q99", 2L)
                    .containsEntry("(other queues)", 6L);
        }

        @Test
        void linesOutsideTheReportsTimeAreNotCounted() {
            assertThat(reportOn("1796079600|1796079600.1|sprzedaz|NONE|ENTERQUEUE||48600100200|1\n")
                            .setAside())
                    .isEmpty();
        }
    }

    @Nested
    class DroppedByConsultant {

        @Test
        void ringShorterThanTheQueuesRingTimeIsRejectedAndAFullOneIsMissed() {
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
                    1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                    1795425300|1795424390.7|nis2|NONE|EXITWITHTIMEOUT|1|1|900
                    1795425300|1795424390.7|nis2|anna|RINGNOANSWER|4000
                    """);

            assertThat(total.rejectedOffers()).isZero();
            assertThat(total.missedOffers()).isEqualTo(1);
        }

        @Test
        void allTelephonesThatRangWhenTheWaitEndedAreExcusedOnEitherSideOfASecond() {
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
                    1795424400|1795424390.7|general|NONE|ENTERQUEUE||48600100200|1
                    1795424415|1795424390.7|general|anna|RINGNOANSWER|15000
                    1795424440|1795424390.7|general|NONE|ABANDON|1|1|40
                    """);

            assertThat(total.rejectedOffers()).isEqualTo(1);
            assertThat(total.missedOffers()).isZero();
        }

        @Test
        void consultantWhoHangsUpDuringTheAnnouncementDumpsTheCallWhichGoesOnWaiting() {
            CallFigures total = totalOf("""
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
            CallFigures total = totalOf("""
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

    @Nested
    class Sums {

        @Test
        void serviceLevelLeavesOutThoseWhoHungUpWithinTheThreshold() {
            StringBuilder log = new StringBuilder();
            answeredAfter(log, 1, 30);
            answeredAfter(log, 2, 31);
            abandonedAfter(log, 3, 30);
            abandonedAfter(log, 4, 31);

            CallFigures total = totalOf(log.toString());

            assertThat(total.serviceLevel()).isEqualTo(new BigDecimal("0.3333"));
            assertThat(total.serviceLevelAnswered()).isEqualTo(new BigDecimal("0.5000"));
        }

        @Test
        void serviceLevelIsAbsentWhereEverybodyHungUpInTime() {
            StringBuilder log = new StringBuilder();
            abandonedAfter(log, 3, 30);

            assertThat(totalOf(log.toString()).serviceLevel()).isNull();
        }

        @Test
        void percentilesAreByNearestRankAndTheMeanIsRoundedHalfUp() {
            StringBuilder log = new StringBuilder();
            int[] waits = {1, 2, 3, 4, 5, 6, 7, 8, 9, 50};
            for (int i = 0; i < waits.length; i++) {
                answeredAfter(log, i, waits[i]);
            }

            // 95 ÷ 10 = 9.5
            assertThat(totalOf(log.toString()).waitAnswered()).isEqualTo(new WaitFigures(10L, 5L, 9L, 50L));
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

    @Nested
    class Days {

        @Test
        void callThatCrossesMidnightBelongsToTheDayItArrived() {
            Report report = reportOn("""
                    1795474799|1795474799.7|nis2|NONE|ENTERQUEUE||48600100200|1
                    1795474830|1795474799.7|nis2|anna|CONNECT|31|1795474800.8|9
                    1795474900|1795474799.7|nis2|anna|COMPLETECALLER|31|70|1
                    1795474800|1795474800.9|nis2|NONE|ENTERQUEUE||48600100201|1
                    1795474802|1795474800.9|nis2|NONE|ABANDON|1|1|2
                    """);

            assertThat(Logs.on(report, "2026-11-23").answered()).isEqualTo(1);
            assertThat(Logs.on(report, "2026-11-23").talkSeconds()).isEqualTo(70);
            assertThat(Logs.on(report, "2026-11-24").answered()).isZero();
            assertThat(Logs.on(report, "2026-11-24").abandoned()).isEqualTo(1);
        }

        @Test
        void callThatCrossesTheEndOfTheMonthIsOneCallOfTheMonthItArrivedIn() {
            Logs logs = new Logs(folder).with("queue_log-20261201", """
                            1796079590|1796079590.7|nis2|NONE|ENTERQUEUE||48600100200|1
                            """).with("queue_log", """
                            1796079620|1796079590.7|nis2|anna|CONNECT|30|1796079600.8|9
                            1796079700|1796079590.7|nis2|anna|COMPLETEAGENT|30|80|1
                            """);

            assertThat(logs.month("2026-11").calls().total().answered()).isEqualTo(1);
            assertThat(logs.month("2026-11").calls().total().talkSeconds()).isEqualTo(80);
            assertThat(logs.month("2026-12").calls().total().offered()).isZero();
            assertThat(logs.month("2026-12").calls().total().endedByConsultant())
                    .isZero();
            assertThat(logs.month("2026-12").calls().reconciliation()).isEmpty();
        }

        @Test
        void nightOfTwentyFiveHoursIsOneDay() {
            Report report = new Logs(folder).with("queue_log", """
                            1792879199|1.1|nis2|NONE|ENTERQUEUE||a|1
                            1792879200|1.2|nis2|NONE|ENTERQUEUE||a|1
                            1792969199|1.3|nis2|NONE|ENTERQUEUE||a|1
                            1792969200|1.4|nis2|NONE|ENTERQUEUE||a|1
                            """).month("2026-10");

            assertThat(Logs.on(report, "2026-10-24").offered()).isEqualTo(1);
            assertThat(Logs.on(report, "2026-10-25").offered()).isEqualTo(2);
            assertThat(Logs.on(report, "2026-10-26").offered()).isEqualTo(1);
        }

        @Test
        void nightOfTwentyThreeHoursIsOneDay() {
            Report report = new Logs(folder).with("queue_log", """
                            1774738799|1.1|nis2|NONE|ENTERQUEUE||a|1
                            1774738800|1.2|nis2|NONE|ENTERQUEUE||a|1
                            1774821599|1.3|nis2|NONE|ENTERQUEUE||a|1
                            1774821600|1.4|nis2|NONE|ENTERQUEUE||a|1
                            """).month("2026-03");

            assertThat(Logs.on(report, "2026-03-28").offered()).isEqualTo(1);
            assertThat(Logs.on(report, "2026-03-29").offered()).isEqualTo(2);
            assertThat(Logs.on(report, "2026-03-30").offered()).isEqualTo(1);
        }

        @Test
        void monthHasAllItsDaysAndADayItself() {
            Logs logs = new Logs(folder).with("queue_log", "");

            assertThat(logs.month("2026-11").calls().days()).hasSize(30);
            assertThat(logs.month("2028-02").calls().days()).hasSize(29);
            assertThat(logs.day("2026-11-23").calls().days()).hasSize(1);
        }
    }

    @Nested
    class Traps {

        private static final String CALL = """
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424403|1795424390.7|nis2|anna|RINGNOANSWER|3000
                1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9
                1795424512|1795424390.7|nis2|bartosz|COMPLETEAGENT|12|100|1
                """;

        @Test
        void fileThatIsThereTwiceCountsOnce() {
            Report report = new Logs(folder)
                    .with("queue_log", CALL)
                    .with("queue_log.1", CALL)
                    .with("queue_log-20261124.gz", CALL)
                    .month("2026-11");

            assertThat(report.calls().total()).isEqualTo(totalOf(CALL));
            assertThat(report.calls().total().rejectedOffers()).isEqualTo(1);
        }

        @Test
        void fileThatSomebodyPutTwiceIntoOneCountsOnce() {
            assertThat(totalOf(CALL + CALL + CALL)).isEqualTo(totalOf(CALL));
        }

        @Test
        void linesAFewSecondsOutOfOrderCountAsIfInOrder() {
            CallFigures total = totalOf("""
                    1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9
                    1795424403|1795424390.7|nis2|anna|RINGNOANSWER|3000
                    1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                    1795424512|1795424390.7|nis2|bartosz|COMPLETEAGENT|12|100|1
                    """);

            assertThat(total).isEqualTo(totalOf(CALL));
        }

        @Test
        void linesOfOneSecondCountInWhicheverOrderTheyStand() {
            CallFigures total = totalOf("""
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
            Report report = reportOn(CALL.repeat(250));

            assertThat(notes(report))
                    .contains(
                            "Time jumps back more than 200 times in the queue log: 147 lines from queue_log, line 805,"
                                    + " on could not be put in order, so the figures may be wrong; sort the file by its time"
                                    + " stamps (sort -s -t '|' -k 1,1n).");
        }

        @Test
        void asManyJumpsBackAsAreMendedNeedNoNote() {
            Report report = reportOn(CALL.repeat(201));

            assertThat(report.calls().total()).isEqualTo(totalOf(CALL));
            assertThat(notes(report)).noneMatch(note -> note.contains("jumps back"));
        }

        @Test
        void aLineFarOutOfOrderIsPutWhereItBelongs() {
            CallFigures total = totalOf("""
                    1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                    1795600000|1795424390.7|nis2|bartosz|PAUSE|lunch
                    1795424512|1795424390.7|nis2|bartosz|COMPLETEAGENT|12|100|1
                    1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9
                    """);

            assertThat(total.answered()).isEqualTo(1);
            assertThat(total.talkSeconds()).isEqualTo(100);
        }

        @Test
        void unreadableLinesAreCountedAndLocatedAndHarmNothing() {
            Report report = reportOn("garbage\n"
                    + CALL
                    + "|1795424390.7|nis2|NONE|ABANDON|1|1|1\n"
                    + "179542441x|1795424390.7|nis2|NONE|ABANDON|1|1|1\n"
                    + "1795424413|17954 24390.7|nis2|NONE|ABANDON|1|1|1\n"
                    + "1795424413|1795424390.7|nis2|anna|RINGNOANSWER|soon\n"
                    + "1795424413|1795424390.7|nis2|NONE|ABAN1795424500|NONE|NONE|NONE|QUEUESTART|\n"
                    + "1795424413|1795424390.7|nis2|anna|COMPLETEAGENT|12|1795424500|1795424490.9|nis2|NONE|ABANDON\n"
                    + "\n"
                    + "1795424413|1795424390.7|nis2|NONE|ABANDON|" + "x".repeat(9000) + "\n"
                    + "1795424414|1795424390.7|nis2|NONE|ABANDON|1|1");

            assertThat(report.calls().total()).isEqualTo(totalOf(CALL));
            assertThat(report.unreadable())
                    .containsExactly(
                            new Unreadable("queue_log", 1, "fewer than five columns"),
                            new Unreadable("queue_log", 6, "does not begin with a time stamp of ten digits"),
                            new Unreadable("queue_log", 7, "does not begin with a time stamp of ten digits"),
                            new Unreadable("queue_log", 8, "no call id where ABANDON needs one"),
                            new Unreadable("queue_log", 9, "RINGNOANSWER without its milliseconds"),
                            new Unreadable("queue_log", 10, "the event is not a word in capitals"),
                            new Unreadable(
                                    "queue_log",
                                    11,
                                    "COMPLETEAGENT with more columns than it has; two lines may have run into one"),
                            new Unreadable("queue_log", 12, "fewer than five columns"),
                            new Unreadable("queue_log", 13, "longer than 8192 bytes"),
                            new Unreadable("queue_log", 14, "the last line has no line end"));
            assertThat(report.unreadableCount()).isEqualTo(10);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ATTENDEDTRANSFER|BRI1795424460|1795424460.2|NONE|NONE|CLOSED|221",
                    "ATTENDEDTRANSFER|LINK1795424460|1795424460.2|NONE|NONE|CLOSED|221",
                    "ATTENDEDTRANSFER|LINK|PJ1795424460|NONE|NONE|NONE|QUEUESTART|",
                    "ATTENDEDTRANSFER|BRIDGE|4c2a-11|10|60|1|7",
                    "BLINDTRANSFER|801795424460|NONE|NONE|NONE|QUEUESTART|",
                    "BLINDTRANSFER|801795424460|NONE|NONE|NONE|QUEUESTART",
                    "TRANSFER|801795424460|NONE|nis2|anna|UNPAUSE|"
                })
        void transferThatWasCutAndTheLineThatRanIntoItAreShownAsUnreadable(String line) {
            Report report = reportOn("""
                    1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                    1795424410|1795424390.7|nis2|anna|CONNECT|10|1795424401.8|9
                    1795424450|1795424390.7|nis2|anna|%s
                    """.formatted(line));

            assertThat(report.unreadableCount()).isEqualTo(1);
            assertThat(report.calls().total().talkSeconds()).isZero();
            assertThat(report.unreadable()).singleElement().satisfies(one -> {
                assertThat(one.line()).isEqualTo(3);
                assertThat(one.reason()).endsWith("two lines may have run into one");
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1795424410|179542431795424460|1795424460.2|NONE|NONE|CLOSED|221",
                    "1795424410|1795424390.7|ni1795424460|1795424460.2|NONE|NONE|CLOSED|221",
                    "1795424410|1795424390.7|ni1795424460|1795424460.2|nis2|NONE|ENTERQUEUE||x|1"
                })
        void lineCutBeforeItsEventIsShownAsUnreadableAndNotTakenForAnotherQueue(String line) {
            Report report = reportOn(line + "\n");

            assertThat(report.unreadableCount()).isEqualTo(1);
            assertThat(report.setAside()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "BLINDTRANSFER|8002|internal|10|60|1|",
                    "BLINDTRANSFER|8002|internal|-2|60|1",
                    "ATTENDEDTRANSFER|BRIDGE|4c2a-11|10|60|1|",
                    "ATTENDEDTRANSFER|LINK|PJSIP/anna-01|PJSIP/x-02|-10|60|1"
                })
        void transferWithFillersOrASetBackClockIsReadAsEver(String line) {
            Report report = reportOn("""
                    1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                    1795424410|1795424390.7|nis2|anna|CONNECT|10|1795424401.8|9
                    1795424470|1795424390.7|nis2|anna|%s
                    """.formatted(line));

            assertThat(report.unreadable()).isEmpty();
            assertThat(report.calls().total().talkSeconds()).isEqualTo(60);
        }

        @Test
        void onlyTheFirstThousandUnreadableLinesAreListedButAllAreCounted() {
            Report report = reportOn("garbage\n".repeat(1_500) + CALL);

            assertThat(report.unreadable()).hasSize(1_000);
            assertThat(report.unreadableCount()).isEqualTo(1_500);
            assertThat(report.calls().total().answered()).isEqualTo(1);
        }

        @Test
        void packedFileThatIsCutShortCountsAsFarAsItGoesAndSaysWhere() throws Exception {
            Logs logs = new Logs(folder).with("queue_log.1.gz", CALL.repeat(1)).with("queue_log", "");
            byte[] whole = Files.readAllBytes(folder.resolve("queue_log.1.gz"));
            Files.write(folder.resolve("queue_log.1.gz"), java.util.Arrays.copyOf(whole, whole.length - 12));

            Report report = logs.month("2026-11");

            assertThat(report.calls().total().offered()).isEqualTo(1);
            assertThat(report.unreadable()).singleElement().satisfies(line -> {
                assertThat(line.file()).isEqualTo("queue_log.1.gz");
                assertThat(line.line()).isPositive();
                assertThat(line.reason()).startsWith("the file breaks off");
            });
        }

        @Test
        void folderWithTheNameOfALogIsSaid() throws Exception {
            Files.createDirectory(folder.resolve("queue_log.old"));

            assertThat(reportOn(CALL).unreadable())
                    .containsExactly(new Unreadable("queue_log.old", 0, "is a folder, not a file"));
        }

        @Test
        void idsWithASystemNameAreIdsToo() {
            CallFigures total = totalOf(CALL.replace("1795424390.7", "pbx1-1795424390.7"));

            assertThat(total).isEqualTo(totalOf(CALL));
        }

        @Test
        void linesThatEndAsOnWindowsAreRead() {
            Report report = reportOn(CALL.replace("\n", "\r\n"));

            assertThat(report.unreadable()).isEmpty();
            assertThat(report.calls().total().rejectedOffers()).isEqualTo(1);
        }

        @Test
        void callWithoutItsEnterQueueIsShownAndNotCounted() {
            Report report = reportOn("""
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
            Report report = reportOn("""
                    1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9
                    """);

            assertThat(report.calls().reconciliation()).hasSize(2);
            assertThat(report.calls().reconciliationCount()).isEqualTo(1);
        }

        @Test
        void withoutACdrNothingIsSaidToDisagreeWithIt() {
            Report report = reportOn("1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9\n");

            assertThat(notes(report))
                    .contains("1 call lacks lines in the queue log; the report lists where.")
                    .noneMatch(note -> note.contains("agree"));
        }

        @Test
        void callThatComesBackAfterHoursElsewhereIsStillOne() {
            CallFigures total = totalOf("""
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
}
