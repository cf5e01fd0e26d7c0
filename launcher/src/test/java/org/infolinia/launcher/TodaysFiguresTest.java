package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.infolinia.desk.floor.Today;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.calls.QueueVisit;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TodaysFiguresTest {

    private static final Instant TEN = Instant.parse("2026-11-27T09:00:00Z");
    private static final QueueName NIS2 = new QueueName("nis2");

    @TempDir
    private Path folder;

    private Database database;
    private FinishedCalls calls;
    private Hotline hotline;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(DatabaseSettings.sqlite(folder.resolve("infolinia.db")));
        calls = new DatabaseFinishedCalls(database);
        hotline = HotlineFile.read(Path.of("../dialplan/hotline.xml"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theDaySoFarIsCountedAsTheReportsCount() {
        calls.keep(call("1.1", TEN, 10, Outcome.ANSWERED));
        calls.keep(call("1.2", TEN, 40, Outcome.ANSWERED));
        calls.keep(call("1.3", TEN, 90, Outcome.ABANDONED));
        calls.keep(call("1.4", TEN.minus(Duration.ofDays(1)), 10, Outcome.ANSWERED));

        assertThat(figuresAt(TEN.plusSeconds(600)).get()).contains(new Today(3, 3, 2, 1, 0.3333, 25L, 40L));
    }

    /** Its page was lost: what it has talked is kept, and its CDR is written when the caller hangs up. */
    @Test
    void aCallThatGoesOnAfterItWasKeptHasBeenReceivedToo() {
        calls.keep(call("1.1", TEN, 10, Outcome.ANSWERED));
        calls.keep(beforeItsCdr(CallKind.INBOUND, call("1.2", TEN, 10, Outcome.ANSWERED)));
        calls.keep(beforeItsCdr(CallKind.CALL_BACK, call("1.3", TEN, 10, Outcome.ANSWERED)));

        assertThat(figuresAt(TEN.plusSeconds(600)).get()).contains(new Today(2, 2, 2, 0, 1.0, 10L, 10L));
    }

    @Test
    void aDayWithoutCallsHasNoMeansAndNoLevel() {
        assertThat(figuresAt(TEN).get()).contains(new Today(0, 0, 0, 0, null, null, null));
    }

    /** Half past eleven at night in Warsaw, and an hour later. */
    @Test
    void theDayIsTheHotlines() {
        calls.keep(call("1.1", Instant.parse("2026-11-27T22:30:00Z"), 10, Outcome.ANSWERED));

        assertThat(figuresAt(Instant.parse("2026-11-27T22:40:00Z")).get())
                .map(Today::offered)
                .contains(1L);
        assertThat(figuresAt(Instant.parse("2026-11-27T23:40:00Z")).get())
                .map(Today::offered)
                .contains(0L);
    }

    @Test
    void withTheDatabaseAwayNothingIsMadeUp() {
        database.close();

        assertThat(figuresAt(TEN).get()).isEmpty();
    }

    private TodaysFigures figuresAt(Instant now) {
        return new TodaysFigures(() -> calls, () -> hotline, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static FinishedCall beforeItsCdr(CallKind kind, FinishedCall call) {
        return new FinishedCall(
                call.linkedId(),
                kind,
                call.arrived(),
                false,
                call.callerNumber(),
                call.dialledNumber(),
                call.outcome(),
                call.waitTime(),
                call.visits(),
                call.conversations(),
                call.offers());
    }

    private static FinishedCall call(String linkedId, Instant arrived, int wait, Outcome outcome) {
        Instant ended = arrived.plusSeconds(wait);
        return new FinishedCall(
                linkedId,
                CallKind.INBOUND,
                arrived,
                true,
                Optional.of("48600100200"),
                Optional.empty(),
                outcome,
                Duration.ofSeconds(wait),
                List.of(new QueueVisit(NIS2, arrived, Duration.ofSeconds(wait), outcome)),
                outcome == Outcome.ANSWERED
                        ? List.of(new Conversation(
                                Optional.of(NIS2),
                                "anna",
                                linkedId,
                                Optional.of(linkedId + "1"),
                                ended,
                                Optional.of(Duration.ofSeconds(95)),
                                Conversation.EndedBy.CALLER))
                        : List.of(),
                List.of());
    }
}
