package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.recording.FoundRecording;
import org.infolinia.hotline.recording.IndexedRecording;
import org.infolinia.hotline.recording.RecordingDeletion;
import org.infolinia.hotline.recording.RecordingIndex;
import org.infolinia.hotline.recording.RecordingSearch;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link RecordingIndex} promises, whatever the database. */
abstract class RecordingIndexContract {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final String ANNA = "20261123T090000Z+nis2+anna+1.1+1.2";
    private static final String BARTOSZ = "20261123T100000Z+NONE+bartosz+2.1+2.1";

    private Database database;
    private RecordingIndex index;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        database = Database.open(freshDatabase());
        index = new DatabaseRecordingIndex(() -> database);
        index.enter(List.of(
                new IndexedRecording(
                        ANNA, NINE, "nis2", "anna", "1.1", "1.2", Optional.of(Duration.ofSeconds(90)), false),
                new IndexedRecording(
                        BARTOSZ, NINE.plusSeconds(3600), "NONE", "bartosz", "2.1", "2.1", Optional.empty(), false)));
        keep("1.1", "1.2", "anna", NINE.plusSeconds(1), "+48601234567");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void latestComesFirstWithTheNumberOfACallThatIsOver() {
        assertThat(index.find(all(), 10, 0))
                .extracting(FoundRecording::name, FoundRecording::number, FoundRecording::length)
                .containsExactly(
                        tuple(BARTOSZ, Optional.empty(), Optional.empty()),
                        tuple(ANNA, Optional.of("+48601234567"), Optional.of(Duration.ofSeconds(90))));
        assertThat(index.find(all(), 1, 1)).extracting(FoundRecording::name).containsExactly(ANNA);
    }

    @Test
    void foundByQueueConsultantNumberAndLength() {
        assertThat(names("nis2", null, null, null, null)).containsExactly(ANNA);
        assertThat(names("NONE", null, null, null, null)).containsExactly(BARTOSZ);
        assertThat(names(null, "bartosz", null, null, null)).containsExactly(BARTOSZ);
        assertThat(names(null, null, "234567", null, null)).containsExactly(ANNA);
        assertThat(names(null, null, "23456", null, null)).isEmpty();
        assertThat(names(null, null, null, 90, null)).containsExactly(ANNA);
        assertThat(names(null, null, null, 91, null)).isEmpty();
        assertThat(names(null, null, null, null, 90)).containsExactly(ANNA);
        assertThat(names(null, null, null, null, 89)).isEmpty();
    }

    @Test
    void daysHaveABeginningAndAnEnd() {
        assertThat(index.find(search(NINE, NINE.plusSeconds(3600)), 10, 0))
                .extracting(FoundRecording::name)
                .containsExactly(ANNA);
        assertThat(index.known(NINE.plusSeconds(3600), NINE.plusSeconds(3601)))
                .containsExactly(Map.entry(BARTOSZ, Optional.empty()));
    }

    @Test
    void conversationWithoutARecordingIsFoundToo() {
        keep("3.1", "3.2", "anna", NINE.plusSeconds(60), "+48502000000");

        assertThat(index.find(all(), 10, 0))
                .filteredOn(found -> found.name().isEmpty())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.id()).isEmpty();
                    assertThat(found.linkedId()).isEqualTo("3.1");
                    assertThat(found.length()).contains(Duration.ofSeconds(30));
                    assertThat(found.number()).contains("+48502000000");
                });
    }

    @Test
    void lengthIsTheLatestAndARecordingIsOne() {
        index.enter(List.of(new IndexedRecording(
                BARTOSZ,
                NINE.plusSeconds(3600),
                "NONE",
                "bartosz",
                "2.1",
                "2.1",
                Optional.of(Duration.ofMillis(2500)),
                false)));

        assertThat(index.find(all(), 10, 0))
                .extracting(FoundRecording::length)
                .containsExactly(Optional.of(Duration.ofMillis(2500)), Optional.of(Duration.ofSeconds(90)));
    }

    @Test
    void deletedAndDeclinedOnesSaySo() {
        DatabaseRecordingBook book = new DatabaseRecordingBook(() -> database);
        book.deleting(new RecordingDeletion(ANNA, "0".repeat(64), "kept for 90 days", NINE.plusSeconds(9)));
        index.enter(List.of(new IndexedRecording(
                "20261123T110000Z+nis2+anna+4.1+4.2",
                NINE.plusSeconds(7200),
                "nis2",
                "anna",
                "4.1",
                "4.2",
                Optional.empty(),
                true)));

        assertThat(index.find(all(), 10, 0))
                .extracting(FoundRecording::declined, FoundRecording::deleted)
                .containsExactly(
                        tuple(true, Optional.empty()),
                        tuple(false, Optional.empty()),
                        tuple(false, Optional.of(NINE.plusSeconds(9))));
    }

    @Test
    void oneIsAskedForByItsId() {
        String id = index.find(all(), 10, 0).get(1).id();

        assertThat(id).matches("[0-9a-f]{20}");
        assertThat(index.byId(id)).map(FoundRecording::name).contains(ANNA);
        assertThat(index.byId("../../etc/passwd")).isEmpty();
        assertThat(index.byId("")).isEmpty();
    }

    private List<String> names(
            @Nullable String queue,
            @Nullable String consultant,
            @Nullable String number,
            @Nullable Integer shortest,
            @Nullable Integer longest) {
        RecordingSearch search = new RecordingSearch(
                NINE.minusSeconds(86_400),
                NINE.plusSeconds(86_400),
                Optional.ofNullable(queue),
                Optional.ofNullable(consultant),
                Optional.ofNullable(number),
                Optional.ofNullable(shortest).map(Duration::ofSeconds),
                Optional.ofNullable(longest).map(Duration::ofSeconds));
        return index.find(search, 10, 0).stream().map(FoundRecording::name).toList();
    }

    private static RecordingSearch all() {
        return search(NINE.minusSeconds(86_400), NINE.plusSeconds(86_400));
    }

    private static RecordingSearch search(Instant from, Instant to) {
        return new RecordingSearch(
                from, to, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void keep(String linkedId, String legId, String consultant, Instant began, String number) {
        new DatabaseFinishedCalls(database)
                .keep(new FinishedCall(
                        linkedId,
                        CallKind.INBOUND,
                        began.minusSeconds(20),
                        true,
                        Optional.of(number),
                        Optional.empty(),
                        Outcome.ANSWERED,
                        Duration.ofSeconds(20),
                        List.of(),
                        List.of(new Conversation(
                                Optional.of(new QueueName("nis2")),
                                consultant,
                                linkedId,
                                Optional.of(legId),
                                began,
                                Optional.of(Duration.ofSeconds(30)),
                                Conversation.EndedBy.CALLER)),
                        List.of()));
    }
}
