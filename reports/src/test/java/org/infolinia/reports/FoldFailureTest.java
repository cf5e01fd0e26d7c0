package org.infolinia.reports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.infolinia.hotline.QueueName;
import org.infolinia.reports.ledger.CallIds;
import org.infolinia.reports.ledger.KnownQueues;
import org.infolinia.reports.ledger.LedgerLines;
import org.infolinia.reports.ledger.LogFolder;
import org.infolinia.reports.ledger.QueueLog;
import org.infolinia.reports.ledger.Reading;
import org.infolinia.reports.ledger.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldFailureTest {

    @TempDir
    Path folder;

    private void read(int lines, LedgerLines fold) throws Exception {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            log.append(1793530800 + i).append("|1793530800.1|nis2|anna|AGENTDUMP|\n");
        }
        new Logs(folder).with("queue_log", log.toString());
        KnownQueues queues = new KnownQueues(List.of(new QueueName("nis2")));
        new QueueLog(LogFolder.open(folder), queues, new CallIds(), Reading.of(new Span(1793487600, 1796079600)))
                .read(underWay -> fold);
    }

    @Test
    void faultOfTheFoldingEndsTheReadingAndIsTold() {
        assertThatThrownBy(() -> read(100_000, (at, event, call, queue, consultant, ring) -> {
                    throw new UnsupportedOperationException("at the first line");
                }))
                .hasRootCauseMessage("at the first line");
    }

    @Test
    void faultAtTheVeryLastLineIsToldToo() {
        assertThatThrownBy(() -> read(10, (at, event, call, queue, consultant, ring) -> {
                    if (at == 1793530809) {
                        throw new UnsupportedOperationException("at the last line");
                    }
                }))
                .hasRootCauseMessage("at the last line");
    }
}
