package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.calls.PastCall;
import org.infolinia.hotline.calls.QueueVisit;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link FinishedCalls} promises, whatever the database. */
abstract class FinishedCallsContract {

    private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
    private static final QueueName NIS2 = new QueueName("nis2");
    private static final QueueName CRA = new QueueName("cra");

    private DatabaseSettings settings;
    private Database database;
    private FinishedCalls calls;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void openOne() {
        settings = freshDatabase();
        open();
    }

    @AfterEach
    void closeIt() {
        database.close();
    }

    @Test
    void callIsThereWholeAfterARestart() {
        FinishedCall call = answered("1763884800.7", NINE, 12);
        calls.keep(call);

        database.close();
        open();

        assertThat(calls.byLinkedId("1763884800.7")).contains(call);
        assertThat(calls.byLinkedId("1763884800.8")).isEmpty();
    }

    @Test
    void callThatTellsNothingButItsEndIsThereToo() {
        FinishedCall call = new FinishedCall(
                "box-1763884800.7",
                CallKind.INBOUND,
                NINE,
                true,
                Optional.empty(),
                Optional.of("48221234567"),
                Outcome.CLOSED_HOURS,
                Duration.ZERO,
                List.of(),
                List.of(),
                List.of());
        calls.keep(call);

        assertThat(calls.byLinkedId("box-1763884800.7")).contains(call);
    }

    @Test
    void conversationWithoutItsEndStaysWithoutOne() {
        Conversation talk = new Conversation(
                Optional.empty(),
                "anna",
                "1.1",
                Optional.empty(),
                NINE,
                Optional.empty(),
                Conversation.EndedBy.UNKNOWN);
        calls.keep(with("1.1", NINE, List.of(), List.of(talk), List.of()));

        assertThat(calls.byLinkedId("1.1").orElseThrow().conversations()).containsExactly(talk);
    }

    @Test
    void keepingACallTwiceKeepsItOnce() {
        calls.keep(answered("1763884800.7", NINE, 12));
        calls.keep(answered("1763884800.7", NINE, 12));

        assertThat(arrivedBetween(NINE, NINE.plusSeconds(1))).containsExactly(answered("1763884800.7", NINE, 12));
    }

    @Test
    void callThatCameBackReplacesWhatWasKeptOfIt() {
        FinishedCall first = with("1.1", NINE, List.of(visit(NIS2, NINE, 5, Outcome.TIMED_OUT)), List.of(), List.of());
        FinishedCall whole = with(
                "1.1",
                NINE,
                List.of(visit(NIS2, NINE, 5, Outcome.TIMED_OUT), visit(CRA, NINE.plusSeconds(9), 3, Outcome.ANSWERED)),
                List.of(),
                List.of());
        calls.keep(first);
        calls.keep(whole);

        assertThat(calls.byLinkedId("1.1")).contains(whole);
        assertThat(whole.queues()).containsExactly(NIS2, CRA);
    }

    @Test
    void lessCompleteVersionDoesNotReplaceAMoreCompleteOne() {
        FinishedCall whole = answered("1763884800.7", NINE, 12);
        calls.keep(whole);
        calls.keep(with("1763884800.7", NINE, List.of(), List.of(), List.of()));

        assertThat(calls.byLinkedId("1763884800.7")).contains(whole);
    }

    @Test
    void callsComeByArrivalAndNoneIsLostBetweenTwoParcels() {
        List<FinishedCall> kept = IntStream.range(0, 1_203)
                .mapToObj(i -> answered("1763884800." + i, NINE.plusSeconds(i / 5), i))
                .toList();
        kept.forEach(calls::keep);

        List<FinishedCall> found = arrivedBetween(NINE.plusSeconds(1), NINE.plusSeconds(240));

        assertThat(found).hasSize(1_195).doesNotHaveDuplicates();
        assertThat(found).isSubsetOf(kept);
        assertThat(found).extracting(FinishedCall::arrived).isSorted();
    }

    @Test
    void lastMomentOfATimeDoesNotBelongToIt() {
        calls.keep(answered("1.1", NINE, 1));
        calls.keep(answered("1.2", NINE.plusSeconds(10), 1));

        assertThat(arrivedBetween(NINE, NINE.plusSeconds(10)))
                .extracting(FinishedCall::linkedId)
                .containsExactly("1.1");
    }

    @Test
    void recentWaitsAreThoseOfTheQueueNewestFirst() {
        calls.keep(visiting("1.1", visit(NIS2, NINE, 10, Outcome.ANSWERED)));
        calls.keep(visiting("1.2", visit(NIS2, NINE.plusSeconds(60), 20, Outcome.ANSWERED)));
        calls.keep(visiting("1.3", visit(NIS2, NINE.plusSeconds(120), 30, Outcome.ANSWERED)));
        calls.keep(visiting("1.4", visit(NIS2, NINE.plusSeconds(180), 40, Outcome.ABANDONED)));
        calls.keep(visiting("1.5", visit(CRA, NINE.plusSeconds(180), 50, Outcome.ANSWERED)));

        assertThat(calls.recentWaits(NIS2, NINE, 10))
                .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(10));
        assertThat(calls.recentWaits(NIS2, NINE.plusSeconds(80), 10))
                .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(20));
        assertThat(calls.recentWaits(NIS2, NINE, 1)).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void waitOfACallBackIsNoWaitOfACaller() {
        calls.keep(new FinishedCall(
                "1.1",
                CallKind.CALL_BACK,
                NINE,
                false,
                Optional.empty(),
                Optional.empty(),
                Outcome.ANSWERED,
                Duration.ZERO,
                List.of(visit(NIS2, NINE, 900, Outcome.ANSWERED)),
                List.of(),
                List.of()));

        assertThat(calls.recentWaits(NIS2, NINE, 10)).isEmpty();
    }

    @Test
    void latestCallsWithANumberComeInALineEach() {
        FinishedCall first = answered("1.1", NINE, 20);
        calls.keep(first);
        calls.keep(with("1.2", NINE.plusSeconds(60), List.of(), List.of(), List.of()));
        calls.keep(answered("1.3", NINE.plusSeconds(90), 5));

        assertThat(calls.latestWith("48600100200", 5))
                .containsExactly(
                        new PastCall(
                                "1.3", NINE.plusSeconds(90), Outcome.ANSWERED, Optional.of(NIS2), Optional.of("anna")),
                        new PastCall("1.1", NINE, Outcome.ANSWERED, Optional.of(NIS2), Optional.of("anna")));
        assertThat(calls.latestWith("48600100200", 1)).hasSize(1);
        assertThat(calls.latestWith("48600100201", 5)).isEmpty();
    }

    private void open() {
        database = Database.open(settings);
        calls = new DatabaseFinishedCalls(database);
    }

    private List<FinishedCall> arrivedBetween(Instant from, Instant to) {
        List<FinishedCall> found = new ArrayList<>();
        calls.arrivedBetween(from, to, found::add);
        return found;
    }

    private static FinishedCall answered(String linkedId, Instant arrived, int wait) {
        Instant began = arrived.plusSeconds(wait);
        return new FinishedCall(
                linkedId,
                CallKind.INBOUND,
                arrived,
                true,
                Optional.of("48600100200"),
                Optional.empty(),
                Outcome.ANSWERED,
                Duration.ofSeconds(wait),
                List.of(visit(NIS2, arrived, wait, Outcome.ANSWERED)),
                List.of(new Conversation(
                        Optional.of(NIS2),
                        "anna",
                        linkedId,
                        Optional.of(linkedId + "1"),
                        began,
                        Optional.of(Duration.ofSeconds(95)),
                        Conversation.EndedBy.CALLER)),
                List.of(
                        new Offer("bartosz", NIS2, began, Duration.ofMillis(3_210), Offer.Response.REJECTED),
                        new Offer("celina", NIS2, began, Duration.ofSeconds(15), Offer.Response.MISSED)));
    }

    private static QueueVisit visit(QueueName queue, Instant joined, int wait, Outcome outcome) {
        return new QueueVisit(queue, joined, Duration.ofSeconds(wait), outcome);
    }

    private static FinishedCall visiting(String linkedId, QueueVisit visit) {
        return with(linkedId, visit.joined(), List.of(visit), List.of(), List.of());
    }

    private static FinishedCall with(
            String linkedId,
            Instant arrived,
            List<QueueVisit> visits,
            List<Conversation> conversations,
            List<Offer> offers) {
        return new FinishedCall(
                linkedId,
                CallKind.INBOUND,
                arrived,
                false,
                Optional.empty(),
                Optional.empty(),
                Outcome.TIMED_OUT,
                Duration.ZERO,
                visits,
                conversations,
                offers);
    }
}
