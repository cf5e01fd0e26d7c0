package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.callback.AttemptResult;
import org.infolinia.hotline.callback.Callback;
import org.infolinia.hotline.callback.CallbackRules;
import org.infolinia.hotline.callback.CallbackState;
import org.infolinia.hotline.callback.Callbacks;
import org.infolinia.hotline.callback.Callbacks.Kept;
import org.infolinia.hotline.callback.ListedCallback;
import org.infolinia.hotline.number.PhoneNumber;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Callbacks} promises, whatever the database. */
abstract class CallbacksContract {

    private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant CLOSING = Instant.parse("2026-11-23T16:00:00Z");
    private static final CallbackRules TWO_ATTEMPTS = new CallbackRules('1', 2, Duration.ofMinutes(15), 1);

    private DatabaseSettings settings;
    private Database database;
    private Callbacks callbacks;

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
    void wishIsThereAfterARestart() {
        assertThat(callbacks.keep(wish("1.1", "+48600100200", 0))).isEqualTo(Kept.KEPT);

        database.close();
        open();

        assertThat(callbacks.latest(10, TEN))
                .containsExactly(new ListedCallback(
                        wish("1.1", "+48600100200", 0),
                        CallbackState.OPEN,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        TEN));
    }

    @Test
    void whatTheCallerWasGrantedIsKeptWithTheWish() {
        callbacks.keep(wish("1.1", "+48600100201", 1));
        callbacks.keep(wish("1.2", "+48600100202", 2));

        assertThat(callbacks.nextOpen("", TEN).orElseThrow().callback()).isEqualTo(wish("1.1", "+48600100201", 1));
        assertThat(callbacks.takeOldest("anna", TEN.plusSeconds(60)))
                .get()
                .extracting(Callback::priority, Callback::declined)
                .containsExactly(0, false);
        assertThat(callbacks.takeOldest("anna", TEN.plusSeconds(60)))
                .get()
                .extracting(Callback::priority, Callback::declined)
                .containsExactly(5, true);
    }

    @Test
    void sameCallMayAskAgain() {
        callbacks.keep(wish("1.1", "+48600100200", 0));

        assertThat(callbacks.keep(wish("1.1", "+48600100200", 0))).isEqualTo(Kept.KEPT);
        assertThat(callbacks.latest(10, TEN)).hasSize(1);
    }

    @Test
    void numberThatWaitsAlreadyIsNotEnteredAgain() {
        callbacks.keep(wish("1.1", "+48600100200", 0));

        assertThat(callbacks.keep(wish("1.2", "+48600100200", 60))).isEqualTo(Kept.ALREADY_THERE);
        assertThat(callbacks.latest(10, TEN)).hasSize(1);
    }

    @Test
    void numberThatWasReachedOrHasExpiredMayBeLeftAgain() {
        callbacks.keep(wish("1.1", "+48600100200", 0));
        callbacks.take("1.1", "anna", TEN);
        callbacks.tried("1.1", "anna", AttemptResult.REACHED, TWO_ATTEMPTS, TEN);
        assertThat(callbacks.keep(wish("1.2", "+48600100200", 60))).isEqualTo(Kept.KEPT);

        Instant tomorrow = TEN.plus(Duration.ofDays(1));
        Callback later = new Callback(
                "1.3",
                new QueueName("nis2"),
                new Language("pl"),
                new PhoneNumber("+48600100200"),
                tomorrow,
                tomorrow,
                CLOSING.plus(Duration.ofDays(1)),
                0,
                false);
        assertThat(callbacks.keep(later)).isEqualTo(Kept.KEPT);
        assertThat(callbacks.latest(10, tomorrow))
                .extracting(ListedCallback::state)
                .containsExactly(CallbackState.OPEN, CallbackState.EXPIRED, CallbackState.REACHED);
    }

    @Test
    void numberIsLeftThreeTimesADayAtMost() {
        for (int i = 1; i <= Callbacks.MOST_A_DAY; i++) {
            String id = "1." + i;
            assertThat(callbacks.keep(wish(id, "+48600100200", i))).isEqualTo(Kept.KEPT);
            callbacks.take(id, "anna", TEN);
            callbacks.tried(id, "anna", AttemptResult.REACHED, TWO_ATTEMPTS, TEN);
        }

        assertThat(callbacks.keep(wish("1.4", "+48600100200", 60))).isEqualTo(Kept.TOO_OFTEN);
        assertThat(callbacks.keep(wish("1.3", "+48600100200", 60)))
                .as("the call that has left it")
                .isEqualTo(Kept.KEPT);
        assertThat(callbacks.keep(wish("1.5", "+48600100201", 60))).isEqualTo(Kept.KEPT);
        assertThat(callbacks.keep(wish("1.6", "+48600100200", 24 * 3600 + 4))).isEqualTo(Kept.KEPT);
    }

    @Test
    void noMoreWaitThanAnybodyCouldCall() {
        for (int i = 0; i < Callbacks.MOST_OPEN; i++) {
            callbacks.keep(wish("1." + i, "+48600100" + (200 + i), 0));
        }

        assertThat(callbacks.keep(wish("2.1", "+48700700700", 0))).isEqualTo(Kept.TOO_MANY);
        assertThat(callbacks.keep(wish("2.2", "+48600100200", 0))).isEqualTo(Kept.ALREADY_THERE);
        callbacks.take("1.0", "anna", TEN);
        callbacks.tried("1.0", "anna", AttemptResult.REACHED, TWO_ATTEMPTS, TEN);
        assertThat(callbacks.keep(wish("2.1", "+48700700700", 0))).isEqualTo(Kept.KEPT);
    }

    @Test
    void attemptIsEndedByWhoeverMadeItAlone() {
        callbacks.keep(wish("1.1", "+48600100200", 0));
        callbacks.take("1.1", "anna", TEN);

        assertThat(callbacks.tried("1.1", "bartosz", AttemptResult.BROKEN_OFF, TWO_ATTEMPTS, TEN))
                .isEmpty();
        assertThat(callbacks.takeOldest("bartosz", TEN)).isEmpty();
    }

    @Test
    void numberOfOneWhoseConsultantNeverCameBackMayBeLeftAgainOnceItHasExpired() {
        callbacks.keep(wish("1.1", "+48600100200", 0));
        callbacks.take("1.1", "anna", CLOSING.minusSeconds(1));

        Instant tomorrow = TEN.plus(Duration.ofDays(1));
        assertThat(callbacks.keep(new Callback(
                        "1.2",
                        new QueueName("nis2"),
                        new Language("pl"),
                        new PhoneNumber("+48600100200"),
                        tomorrow,
                        tomorrow,
                        CLOSING.plus(Duration.ofDays(1)),
                        0,
                        false)))
                .isEqualTo(Kept.KEPT);
    }

    @Test
    void oneThatIsTakenIsNotTakenByAnother() {
        callbacks.keep(wish("1.1", "+48600100200", 0));

        assertThat(callbacks.take("1.1", "anna", TEN)).contains(wish("1.1", "+48600100200", 0));
        assertThat(callbacks.take("1.1", "bartosz", TEN)).isEmpty();
        assertThat(callbacks.takeOldest("bartosz", TEN)).isEmpty();
    }

    @Test
    void manyWhoTakeTheOldestAtOnceGetOneEach() throws Exception {
        for (int i = 0; i < 8; i++) {
            callbacks.keep(wish("1." + i, "+4860010020" + i, i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<Callback>>> takers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String consultant = "consultant-" + i;
                takers.add(() -> callbacks.takeOldest(consultant, TEN.plusSeconds(60)));
            }
            List<String> taken = new ArrayList<>();
            for (Future<Optional<Callback>> one : threads.invokeAll(takers)) {
                taken.add(one.get().orElseThrow().linkedId());
            }
            assertThat(taken).containsExactlyInAnyOrder("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oldestIsWhoeverBeganToWaitFirstWheneverTheyAsked() {
        callbacks.keep(wish("1.2", "+48600100202", 30));
        callbacks.keep(wish("1.1", "+48600100201", 10));

        assertThat(callbacks.takeOldest("anna", TEN.plusSeconds(60)))
                .map(Callback::linkedId)
                .contains("1.1");
    }

    @Test
    void failedAttemptIsRepeatedAfterAPauseUntilAllAreUsedUp() {
        callbacks.keep(wish("1.1", "+48600100200", 0));
        callbacks.take("1.1", "anna", TEN);
        ListedCallback first = callbacks
                .tried("1.1", "anna", AttemptResult.NO_ANSWER, TWO_ATTEMPTS, TEN)
                .orElseThrow();
        assertThat(first.state()).isEqualTo(CallbackState.OPEN);
        assertThat(first.notBefore()).isEqualTo(TEN.plus(Duration.ofMinutes(15)));
        assertThat(callbacks.takeOldest("anna", TEN.plus(Duration.ofMinutes(14))))
                .isEmpty();

        Instant later = TEN.plus(Duration.ofMinutes(15));
        assertThat(callbacks.takeOldest("bartosz", later)).isPresent();
        assertThat(callbacks.tried("1.1", "bartosz", AttemptResult.BUSY, TWO_ATTEMPTS, later))
                .contains(new ListedCallback(
                        wish("1.1", "+48600100200", 0),
                        CallbackState.GIVEN_UP,
                        2,
                        Optional.of(AttemptResult.BUSY),
                        Optional.of("bartosz"),
                        later.plus(Duration.ofMinutes(15))));
    }

    @Test
    void attemptBrokenOffByTheConsultantDoesNotCount() {
        callbacks.keep(wish("1.1", "+48600100200", 0));
        callbacks.take("1.1", "anna", TEN);

        assertThat(callbacks.tried("1.1", "anna", AttemptResult.BROKEN_OFF, TWO_ATTEMPTS, TEN))
                .map(ListedCallback::attempts)
                .contains(0);
        assertThat(callbacks.takeOldest("bartosz", TEN)).isPresent();
    }

    @Test
    void outcomeToldTwiceCountsOnce() {
        callbacks.keep(wish("1.1", "+48600100200", 0));
        callbacks.take("1.1", "anna", TEN);
        callbacks.tried("1.1", "anna", AttemptResult.REACHED, TWO_ATTEMPTS, TEN);

        assertThat(callbacks.tried("1.1", "anna", AttemptResult.NO_ANSWER, TWO_ATTEMPTS, TEN))
                .isEmpty();
        assertThat(callbacks.latest(1, TEN)).extracting(ListedCallback::state).containsExactly(CallbackState.REACHED);
    }

    @Test
    void oneTakenBySomebodyWhoNeverCameBackIsOpenAgainAfterHours() {
        callbacks.keep(wish("1.1", "+48600100200", 0));
        callbacks.take("1.1", "anna", TEN);

        assertThat(callbacks.takeOldest("bartosz", TEN.plus(Duration.ofHours(4))))
                .isEmpty();
        assertThat(callbacks.takeOldest("bartosz", TEN.plus(Duration.ofHours(4)).plusSeconds(1)))
                .isPresent();
    }

    @Test
    void openOnesAreGoneThroughOneByOne() {
        callbacks.keep(wish("1.3", "+48600100203", 0));
        callbacks.keep(wish("1.1", "+48600100201", 30));
        callbacks.keep(wish("1.2", "+48600100202", 10));
        callbacks.take("1.2", "anna", TEN);

        assertThat(callbacks.nextOpen("", TEN).map(one -> one.callback().linkedId()))
                .contains("1.1");
        assertThat(callbacks.nextOpen("1.1", TEN).map(one -> one.callback().linkedId()))
                .contains("1.3");
        assertThat(callbacks.nextOpen("1.3", TEN)).isEmpty();
        assertThat(callbacks.nextOpen("", CLOSING)).isEmpty();
    }

    @Test
    void thoseWhoWaitAreListedByTheirWaitUntilTheyAreReachedOrExpire() {
        callbacks.keep(wish("1.3", "+48600100203", 0));
        callbacks.keep(wish("1.1", "+48600100201", 30));
        callbacks.keep(wish("1.2", "+48600100202", 10));
        callbacks.take("1.2", "anna", TEN);
        callbacks.take("1.3", "anna", TEN);
        callbacks.tried("1.3", "anna", AttemptResult.REACHED, TWO_ATTEMPTS, TEN);

        assertThat(callbacks.waiting(10, TEN).stream()
                        .map(one -> one.callback().linkedId())
                        .toList())
                .containsExactly("1.2", "1.1");
        assertThat(callbacks.waiting(1, TEN)).hasSize(1);
        assertThat(callbacks.waiting(10, CLOSING)).isEmpty();
    }

    @Test
    void oneTakenBySomebodyWhoNeverCameBackIsListedAsOpenAfterHours() {
        callbacks.keep(wish("1.1", "+48600100200", 0));
        callbacks.take("1.1", "anna", TEN);

        Instant later = TEN.plus(Duration.ofHours(4));
        assertThat(callbacks.waiting(10, later))
                .extracting(ListedCallback::state)
                .containsExactly(CallbackState.TAKEN);
        assertThat(callbacks.waiting(10, later.plusSeconds(1)))
                .extracting(ListedCallback::state)
                .containsExactly(CallbackState.OPEN);
    }

    @Test
    void expiredOneIsNotTaken() {
        callbacks.keep(wish("1.1", "+48600100200", 0));

        assertThat(callbacks.take("1.1", "anna", CLOSING)).isEmpty();
        assertThat(callbacks.takeOldest("anna", CLOSING)).isEmpty();
        assertThat(callbacks.takeOldest("anna", CLOSING.minusSeconds(1))).isPresent();
    }

    private void open() {
        database = Database.open(settings);
        callbacks = new DatabaseCallbacks(database);
    }

    /** Whoever came in an even second declined to be recorded, with a head start of five minutes. */
    private static Callback wish(String linkedId, String number, int secondsAfterTen) {
        return new Callback(
                linkedId,
                new QueueName("nis2"),
                new Language("pl"),
                new PhoneNumber(number),
                TEN.plusSeconds(secondsAfterTen),
                TEN.plusSeconds(secondsAfterTen),
                CLOSING,
                secondsAfterTen % 2 == 0 ? 5 : 0,
                secondsAfterTen % 2 == 0);
    }
}
