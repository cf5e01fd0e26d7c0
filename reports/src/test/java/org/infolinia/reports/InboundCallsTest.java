package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.infolinia.reports.figures.CallFigures;
import org.infolinia.reports.figures.Reconciliation;
import org.infolinia.reports.figures.Reconciliation.Kind;
import org.infolinia.reports.ledger.Unreadable;
import org.infolinia.reports.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records as cdr_csv writes them; 1795424400 is 2026-11-23 09:00:00 UTC. */
class InboundCallsTest {

    private static final String CALL = """
            1795424405|1795424400.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424412|1795424400.7|nis2|anna|CONNECT|7|1795424406.8|6
            1795424512|1795424400.7|nis2|anna|COMPLETECALLER|7|100|1
            """;

    @TempDir
    Path folder;

    private static String record(String account, String start, String ids) {
        return "\"" + account + "\",\"48600100200\",\"221000100\",\"infolinia-inbound\",\"\"\"Jan\"\" <48600100200>\","
                + "\"PJSIP/trunk-01\",\"PJSIP/anna-02\",\"Queue\",\"nis2,,,,300\",\"" + start + "\",\"" + start
                + "\",\"" + start + "\",112,112,\"ANSWERED\",\"DOCUMENTATION\"" + ids + "\n";
    }

    private static String full(String account, String start, String uniqueId, String linkedId) {
        return record(account, start, ",\"" + uniqueId + "\",\"\",\"\",\"" + linkedId + "\",12");
    }

    private Report report(String queueLog, String cdr) {
        return new Logs(folder)
                .with("queue_log", queueLog)
                .with("Master.csv", cdr)
                .month("2026-11");
    }

    @Test
    void inboundCallIsReceivedOnceHoweverManyLegsItHas() {
        Report report = report(
                CALL,
                full("infolinia-in", "2026-11-23 09:00:00", "1795424400.7", "1795424400.7")
                        + full("infolinia-in", "2026-11-23 09:00:06", "1795424400.7", "1795424400.7")
                        + full("infolinia-in", "2026-11-23 09:00:07", "1795424406.8", "1795424400.7")
                        + full("infolinia-out", "2026-11-23 09:05:00", "1795424700.9", "1795424700.9"));

        assertThat(report.calls().total().received()).isEqualTo(1);
        assertThat(report.calls().total().receivedDifference()).isZero();
        assertThat(report.calls().reconciliation()).isEmpty();
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void attendedTransferIntoAQueueIsJoinedByLinkedId() {
        String queueLog = """
                1795424405|1795424400.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424412|1795424400.7|nis2|anna|CONNECT|7|1795424406.8|6
                1795424440|1795424438.9|general|NONE|ENTERQUEUE||anna|1
                1795424450|1795424400.7|nis2|anna|ATTENDEDTRANSFER|APP|Queue|7|38|1
                1795424460|1795424400.7|general|bartosz|CONNECT|20|1795424441.10|9
                1795424500|1795424400.7|general|bartosz|COMPLETECALLER|20|40|1
                """;
        String cdr = full("infolinia-in", "2026-11-23 09:00:00", "1795424400.7", "1795424400.7")
                + full("", "2026-11-23 09:00:38", "1795424438.9", "1795424438.9")
                + full("", "2026-11-23 09:00:50", "1795424438.9", "1795424400.7");

        Report report = report(queueLog, cdr);

        assertThat(report.calls().total().offered()).isEqualTo(1);
        assertThat(report.calls().total().answered()).isEqualTo(1);
        assertThat(report.calls().total().removed()).isZero();
        assertThat(report.calls().total().talkSeconds()).isEqualTo(78);
        assertThat(report.calls().reconciliation()).isEmpty();
    }

    @Test
    void thousandTransferredCallsAreEachJoinedByLinkedId() {
        StringBuilder queueLog = new StringBuilder();
        StringBuilder cdr = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            long at = 1795424400 + i;
            String call = at + "." + 2 * i;
            String leg = at + "." + (2 * i + 1);
            queueLog.append(at + "|" + leg + "|nis2|NONE|ENTERQUEUE||48600100200|1\n");
            queueLog.append(at + "|" + leg + "|nis2|NONE|ABANDON|1|1|0\n");
            cdr.append(full("infolinia-in", "2026-11-23 09:00:00", call, call));
            cdr.append(full("", "2026-11-23 09:00:00", leg, call));
        }

        Report report = report(queueLog.toString(), cdr.toString());

        assertThat(report.calls().total().offered()).isEqualTo(1_000);
        assertThat(report.calls().total().received()).isEqualTo(1_000);
        assertThat(report.calls().reconciliation()).isEmpty();
    }

    @Test
    void callsThatOneSourceLacksAreListedAndMakeTheDifference() {
        Report report = report(
                CALL + "1795424600|1795424600.1|NONE|NONE|LEFTIVR|menu\n",
                full("infolinia-in", "2026-11-23 09:00:00", "1795424400.7", "1795424400.7")
                        + full("infolinia-in", "2026-11-24 09:00:00", "1795510800.3", "1795510800.3"));

        assertThat(report.calls().total().receivedDifference()).isZero();
        assertThat(Logs.on(report, "2026-11-23").receivedDifference()).isEqualTo(-1);
        assertThat(Logs.on(report, "2026-11-24").receivedDifference()).isEqualTo(1);
        assertThat(report.calls().reconciliation())
                .containsExactly(
                        new Reconciliation(
                                "1795424600.1", Kind.ONLY_IN_QUEUE_LOG, "left in ivr, 2026-11-23T10:03:20+01:00", null),
                        new Reconciliation("1795510800.3", Kind.ONLY_IN_CDR, null, "received, 2026-11-24T10:00+01:00"));
    }

    @Test
    void arrivalIsTheStartOfTheFirstLegEvenWhereTheQueueIsReachedAfterMidnight() {
        Report report = report("""
                1795474810|1795474790.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795474820|1795474790.7|nis2|NONE|ABANDON|1|1|10
                """, full("infolinia-in", "2026-11-23 22:59:50", "1795474790.7", "1795474790.7"));

        CallFigures day = Logs.on(report, "2026-11-23");
        assertThat(day.received()).isEqualTo(1);
        assertThat(day.abandoned()).isEqualTo(1);
    }

    @Test
    void boxThatWritesItsOwnTimeIsUnderstoodByTheUniqueIds() {
        Report report = report("", full("infolinia-in", "2026-11-24 00:30:00", "1795476600.7", "1795476600.7"));

        assertThat(Logs.on(report, "2026-11-24").received()).isEqualTo(1);
    }

    @Test
    void stockFileWithoutTheNewColumnsIsReadByUniqueId() {
        Report report = report(
                CALL,
                record("infolinia-in", "2026-11-23 09:00:00", ",\"1795424400.7\",\"user field\"")
                        + record("infolinia-in", "2026-11-23 09:10:00", ",\"1795425000.9\""));

        assertThat(report.calls().total().received()).isEqualTo(2);
    }

    @Test
    void fileWithoutAnyIdsLeavesReceivedUnknownAndSaysSo() {
        Report report = report(CALL, record("infolinia-in", "2026-11-23 09:00:00", ""));

        assertThat(report.calls().total().received()).isNull();
        assertThat(report.calls().total().receivedDifference()).isNull();
        assertThat(report.calls().reconciliation()).isEmpty();
        assertThat(report.notes())
                .singleElement()
                .extracting(Words::english)
                .asString()
                .contains("neither unique ids nor linked ids");
    }

    @Test
    void withoutACdrReceivedIsUnknownAndTheReportSaysSo() {
        Report report = new Logs(folder).with("queue_log", CALL).month("2026-11");

        assertThat(report.calls().total().received()).isNull();
        assertThat(report.calls().total().answered()).isEqualTo(1);
        assertThat(report.notes())
                .singleElement()
                .extracting(Words::english)
                .asString()
                .startsWith("There is no Master.csv");
    }

    @Test
    void cdrIsFoundWhereAsteriskKeepsItRotatedPackedAndTwice() {
        String call = full("infolinia-in", "2026-11-23 09:00:00", "1795424400.7", "1795424400.7");
        Report report = new Logs(folder)
                .with("queue_log", CALL)
                .with("cdr-csv/Master.csv", "")
                .with("cdr-csv/Master.csv.1.gz", call)
                .with("cdr-csv/Master.csv-20261124", call)
                .month("2026-11");

        assertThat(report.calls().total().received()).isEqualTo(1);
    }

    @Test
    void lineBreaksWithinAFieldAreReadAndLinesStillCountedRight() {
        String broken = full("infolinia-in", "2026-11-23 09:00:00", "1795424400.7", "1795424400.7")
                .replace("nis2,,,,300", "nis2,\n,\n\"\"x\"\",300");

        Report report = report(CALL, broken + "rubbish\n");

        assertThat(report.calls().total().received()).isEqualTo(1);
        assertThat(report.unreadable())
                .containsExactly(new Unreadable("Master.csv", 4, "not a call detail record of cdr_csv"));
    }

    @Test
    void recordCutShortDoesNotSwallowThoseBehindIt() {
        String first = full("infolinia-in", "2026-11-23 09:00:00", "1795424400.7", "1795424400.7");
        String second = full("infolinia-in", "2026-11-23 09:10:00", "1795425000.9", "1795425000.9");

        Report report = report(CALL, first.substring(0, 60) + "\n" + second + first.substring(0, 100));

        assertThat(report.calls().total().received()).isEqualTo(1);
        assertThat(report.unreadable())
                .containsExactly(
                        new Unreadable("Master.csv", 1, "not a call detail record of cdr_csv"),
                        new Unreadable("Master.csv", 3, "the last line has no line end"));
    }

    @Test
    void quoteThatNeverClosesCostsOneLineOnly() {
        String good = full("infolinia-in", "2026-11-23 09:10:00", "1795425000.9", "1795425000.9");

        Report report = report("", "\"infolinia-in\",\"486\n" + good.repeat(40));

        assertThat(report.calls().total().received()).isEqualTo(1);
        assertThat(report.unreadableCount()).isEqualTo(1);
    }
}
