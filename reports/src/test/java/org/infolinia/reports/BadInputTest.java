package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import org.infolinia.reports.ledger.LedgerUnavailable;
import org.infolinia.reports.ledger.LogFolder;
import org.infolinia.reports.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that no Asterisk should have written. 1795424400 is 2026-11-23 at 10:00 in Warsaw. */
class BadInputTest {

    private static final long GIGABYTE = 1L << 30;

    private static final String CALL = """
            1795424400|1795424400.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424412|1795424400.7|nis2|anna|CONNECT|12|1795424401.8|9
            1795424512|1795424400.7|nis2|anna|COMPLETECALLER|12|100|1
            """;

    private static final String NEXT_CALL = """
            1795424600|1795424600.9|nis2|NONE|ENTERQUEUE||48600100200|1
            1795424640|1795424600.9|nis2|NONE|ABANDON|1|1|40
            """;

    @TempDir
    Path folder;

    /** A hole in the file, so it takes no room. */
    private static void appendGigabyte(Path file, String behind) throws Exception {
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(hole.length() + GIGABYTE);
            hole.seek(hole.length());
            hole.write(behind.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aLineOfAGigabyteIsOneUnreadableLineAndThoseAroundItCount() throws Exception {
        Logs logs = new Logs(folder).with("queue_log", CALL);
        appendGigabyte(folder.resolve("queue_log"), "\n" + NEXT_CALL);

        Report report = logs.month("2026-11");

        assertThat(report.calls().total().answered()).isEqualTo(1);
        assertThat(report.calls().total().abandoned()).isEqualTo(1);
        assertThat(report.unreadable()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(4);
            assertThat(line.reason()).startsWith("longer than");
        });
    }

    @Test
    void aRecordOfAGigabyteIsOneUnreadableLineToo() throws Exception {
        Logs logs = new Logs(folder).with("queue_log", CALL).with("Master.csv", "\"infolinia-in\",\"");
        appendGigabyte(folder.resolve("Master.csv"), "\n");

        Report report = logs.month("2026-11");

        assertThat(report.calls().total().answered()).isEqualTo(1);
        assertThat(report.calls().total().received()).isZero();
        assertThat(report.unreadableCount()).isEqualTo(1);
    }

    @Test
    void aFileThatShrinksWhileItIsReadEndsWhereItEnds() throws Exception {
        StringBuilder log = new StringBuilder();
        int calls = 40_000;
        for (int call = 0; call < calls; call++) {
            log.append("%1$d|%1$d.7|nis2|NONE|ENTERQUEUE||48600100200|1%n".formatted(1793530800L + 10 * call));
        }
        Path file = folder.resolve("queue_log");
        for (int round = 1; round <= 10; round++) {
            Logs logs = new Logs(folder).with("queue_log", log.toString());
            long left = Files.size(file) / 20 * round;
            CountDownLatch shrinking = new CountDownLatch(1);
            Thread shrink = new Thread(() -> {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    shrinking.countDown();
                    channel.truncate(left);
                    channel.write(ByteBuffer.wrap(new byte[] {'\n'}), left);
                } catch (java.io.IOException fault) {
                    throw new java.io.UncheckedIOException(fault);
                }
            });
            shrink.start();
            shrinking.await();

            Report report = logs.month("2026-11");

            shrink.join();
            assertThat(report.calls().total().removed()).isBetween(left / 70, (long) calls);
            assertThat(report.calls().total().offeredDifference()).isZero();
        }
    }

    @Test
    void aMonthOfWhichTheLogsKnowNothingIsSaid() {
        Logs logs = new Logs(folder).with("queue_log", CALL);

        assertThat(logs.month("2025-11").notes())
                .extracting(Words::english)
                .anyMatch(note -> note.startsWith("The logs have no call of this period"));
        assertThat(logs.month("2026-11").notes())
                .extracting(Words::english)
                .noneMatch(note -> note.startsWith("The logs have no call of this period"));
    }

    @Test
    void cdrThatCannotBeOpenedIsToldBeforeTheQueueLogIsRead() throws Exception {
        Files.writeString(folder.resolve("queue_log"), "");
        Files.createSymbolicLink(folder.resolve("Master.csv"), folder.resolve("gone"));

        assertThatThrownBy(() -> LogFolder.open(folder))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageStartingWith("cannot open " + folder.resolve("Master.csv"));
    }
}
