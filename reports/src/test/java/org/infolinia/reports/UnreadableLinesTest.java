package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.infolinia.reports.ledger.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and files that are no log, or only half of one. */
class UnreadableLinesTest {

    private static final String CALL = """
            1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424403|1795424390.7|nis2|anna|RINGNOANSWER|3000
            1795424412|1795424390.7|nis2|bartosz|CONNECT|12|1795424401.8|9
            1795424512|1795424390.7|nis2|bartosz|COMPLETEAGENT|12|100|1
            """;

    @TempDir
    Path folder;

    @Test
    void unreadableLinesAreCountedAndLocatedAndHarmNothing() {
        Report report = new Logs(folder)
                .november("garbage\n"
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

        assertThat(report.calls().total()).isEqualTo(new Logs(folder).total(CALL));
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
        Report report = new Logs(folder).november("""
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
        Report report = new Logs(folder).november(line + "\n");

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
        Report report = new Logs(folder).november("""
                1795424400|1795424390.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424410|1795424390.7|nis2|anna|CONNECT|10|1795424401.8|9
                1795424470|1795424390.7|nis2|anna|%s
                """.formatted(line));

        assertThat(report.unreadable()).isEmpty();
        assertThat(report.calls().total().talkSeconds()).isEqualTo(60);
    }

    @Test
    void onlyTheFirstThousandUnreadableLinesAreListedButAllAreCounted() {
        Report report = new Logs(folder).november("garbage\n".repeat(1_500) + CALL);

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

        assertThat(new Logs(folder).november(CALL).unreadable())
                .containsExactly(new Unreadable("queue_log.old", 0, "is a folder, not a file"));
    }
}
