package org.infolinia.reports.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.Logs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the live ledger keeps of a call, and when. */
class LiveLedgerTest extends LedgerOnLogs {

    private static final String ANSWERED = """
            1795420800|1795420790.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795420812|1795420790.7|nis2|bartosz|RINGNOANSWER|4000
            1795420820|1795420790.7|nis2|anna|CONNECT|20|1795420815.9|5
            1795420900|1795420790.7|nis2|anna|COMPLETEAGENT|20|80|1
            """;

    @Test
    void callThatIsOverIsKeptWithAllThatItsLinesTell() {
        write("queue_log", ANSWERED);
        ledger().catchUp();

        FinishedCall call = kept("1795420790.7");
        assertThat(call.kind()).isEqualTo(CallKind.INBOUND);
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.callerNumber()).contains("48600100200");
        assertThat(call.waitTime()).isEqualTo(Duration.ofSeconds(20));
        assertThat(call.received()).isFalse();
        assertThat(call.visits()).singleElement().satisfies(visit -> {
            assertThat(visit.queue().value()).isEqualTo("nis2");
            assertThat(visit.waitTime()).isEqualTo(Duration.ofSeconds(20));
        });
        assertThat(call.conversations())
                .containsExactly(new Conversation(
                        Optional.of(call.visits().get(0).queue()),
                        "anna",
                        "1795420790.7",
                        Optional.of("1795420815.9"),
                        Instant.ofEpochSecond(1795420820),
                        Optional.of(Duration.ofSeconds(80)),
                        Conversation.EndedBy.CONSULTANT));
        assertThat(call.offers())
                .containsExactly(new Offer(
                        "bartosz",
                        call.visits().get(0).queue(),
                        Instant.ofEpochSecond(1795420812),
                        Duration.ofSeconds(4),
                        Offer.Response.REJECTED));
    }

    @Test
    void callInProgressIsNotKeptYet() {
        write("queue_log", ANSWERED.substring(0, ANSWERED.indexOf("1795420900")));
        LiveLedger ledger = ledger();
        ledger.catchUp();

        assertThat(kept()).isEmpty();

        add("queue_log", "1795420900|1795420790.7|nis2|anna|COMPLETEAGENT|20|80|1\n");
        ledger.catchUp();

        assertThat(kept()).containsOnlyKeys("1795420790.7");
    }

    @Test
    void lineThatAsteriskHasHalfWrittenIsReadOnceItIsWhole() {
        write("queue_log", ANSWERED.substring(0, ANSWERED.length() - 12));
        LiveLedger ledger = ledger();
        ledger.catchUp();
        assertThat(kept()).isEmpty();

        write("queue_log", ANSWERED);
        ledger.catchUp();

        assertThat(kept("1795420790.7").talkTime()).isEqualTo(Duration.ofSeconds(80));
    }

    @Test
    void callThatComesBackIsStillOneCall() {
        write("queue_log", """
                1795420800|1795420790.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795420830|1795420790.7|nis2|NONE|EXITWITHTIMEOUT|1|1|30
                """);
        LiveLedger ledger = ledger();
        ledger.catchUp();
        assertThat(kept("1795420790.7").outcome()).isEqualTo(Outcome.TIMED_OUT);

        add("queue_log", """
                1795420835|1795420790.7|general|NONE|ENTERQUEUE||48600100200|1
                1795420840|1795420790.7|general|anna|CONNECT|5|1795420836.9|5
                1795420850|1795420790.7|general|anna|COMPLETECALLER|5|10|1
                """);
        ledger.catchUp();

        FinishedCall whole = kept("1795420790.7");
        assertThat(whole.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(whole.waitTime()).isEqualTo(Duration.ofSeconds(40));
        assertThat(whole.queues()).extracting(queue -> queue.value()).containsExactly("nis2", "general");
    }

    @Test
    void callOfWhichTheCdrSaysLaterThatItIsAnothersLegIsForgotten() {
        write("queue_log", """
                1795420800|1795420790.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795420820|1795420790.7|nis2|anna|CONNECT|20|1795420815.8|5
                1795420860|1795420790.7|nis2|anna|ATTENDEDTRANSFER|BRIDGE|b|20|40|1
                1795420850|1795420840.9|general|NONE|ENTERQUEUE||100|1
                1795420862|1795420840.9|general|celina|CONNECT|12|1795420851.3|5
                1795420900|1795420840.9|general|celina|COMPLETECALLER|12|38|1
                """);
        LiveLedger ledger = ledger();
        ledger.catchUp();
        assertThat(kept()).containsOnlyKeys("1795420790.7", "1795420840.9");

        write(
                "Master.csv",
                cdr("infolinia-in", "48600100200", "s", "1795420790.7", "1795420790.7")
                        + cdr("", "100", "general", "1795420840.9", "1795420790.7"));
        ledger().catchUp();

        assertThat(kept()).containsOnlyKeys("1795420790.7");
        FinishedCall whole = kept("1795420790.7");
        assertThat(whole.received()).isTrue();
        assertThat(whole.conversations()).extracting(Conversation::consultant).containsExactly("anna", "celina");
        assertThat(whole.conversations())
                .extracting(Conversation::callId)
                .containsExactly("1795420790.7", "1795420840.9");
    }

    @Test
    void callThatTheCdrAloneHasIsKeptAsOneOfWhichNothingIsTold() {
        write("queue_log", "1795420700|NONE|NONE|NONE|QUEUESTART|\n");
        write("Master.csv", cdr("infolinia-in", "48600100200", "s", "1795420790.7", "1795420790.7"));
        ledger().catchUp();

        FinishedCall call = kept("1795420790.7");
        assertThat(call.outcome()).isEqualTo(Outcome.NOT_TOLD);
        assertThat(call.received()).isTrue();
        assertThat(call.callerNumber()).contains("48600100200");
    }

    @Test
    void callOutwardsIsKeptWithWhoCalledWhom() {
        write("queue_log", "1795420700|NONE|NONE|NONE|QUEUESTART|\n");
        write("Master.csv", cdr("infolinia-out", "anna", "+48221234567", "1795420790.7", "1795420790.7"));
        ledger().catchUp();

        FinishedCall call = kept("1795420790.7");
        assertThat(call.kind()).isEqualTo(CallKind.OUTBOUND);
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.dialledNumber()).contains("+48221234567");
        assertThat(call.received()).isFalse();
        assertThat(call.conversations()).singleElement().satisfies(talk -> {
            assertThat(talk.consultant()).isEqualTo("anna");
            assertThat(talk.queue()).isEmpty();
            assertThat(talk.talkTime()).contains(Duration.ofSeconds(100));
        });
    }

    @Test
    void callOutwardsByABrowsersLineIsItsConsultants() {
        write("queue_log", "1795420700|NONE|NONE|NONE|QUEUESTART|\n");
        write("Master.csv", cdr("infolinia-out", "desk_anna", "+48221234567", "1795420790.7", "1795420790.7"));
        ledger().catchUp();

        assertThat(kept("1795420790.7").conversations())
                .singleElement()
                .satisfies(talk -> assertThat(talk.consultant()).isEqualTo("anna"));
    }

    @Test
    void callBackIsKeptApartFromTheCallsOfCallers() {
        write("queue_log", """
                1795420799|1795420799.7|nis2|NONE|CALLBACK|1795420000.1
                1795420800|1795420799.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795420820|1795420799.7|nis2|anna|CONNECT|20|1795420815.8|5
                1795420825|1795420799.7|nis2|anna|RECPAUSE|
                1795420830|1795420799.7|nis2|anna|RECRESUME|
                1795420860|1795420799.7|nis2|anna|COMPLETEAGENT|20|40|1
                """);
        ledger().catchUp();

        assertThat(kept("1795420799.7").kind()).isEqualTo(CallKind.CALL_BACK);
        assertThat(kept("1795420799.7").conversations()).hasSize(1);
    }

    @Test
    void logThatIsGoneTakesNoCallWithIt() throws IOException {
        write("queue_log", ANSWERED);
        LiveLedger ledger = ledger();
        ledger.catchUp();
        write("queue_log", "1795420999|NONE|NONE|NONE|QUEUESTART|\n");
        ledger.catchUp();
        ledger().catchUp();

        assertThat(kept()).containsOnlyKeys("1795420790.7");
    }

    @Test
    void lineFromAFarFutureDoesNotHideWhatStandsBehindIt() {
        write("queue_log", "4102444800|1795420790.6|nis2|NONE|ABANDON|1|1|3\n" + ANSWERED);
        ledger().catchUp();

        assertThat(kept()).containsOnlyKeys("1795420790.7");
    }

    @Test
    void ledgerSaysSinceWhenTheEarliestCallGoesOn() {
        Clock nine = Clock.fixed(Instant.ofEpochSecond(1795421000), ZoneOffset.UTC);
        LiveLedger ledger = new LiveLedger(logs, Logs::rules, store, nine, thread);
        write(
                "queue_log",
                ANSWERED.substring(0, ANSWERED.indexOf("1795420900"))
                        + "1795420850|1795420845.9|nis2|NONE|ENTERQUEUE||48600100201|1\n");

        ledger.catchUp();
        assertThat(ledger.state().openSince()).contains(Instant.ofEpochSecond(1795420800));

        add("queue_log", "1795420900|1795420790.7|nis2|anna|COMPLETEAGENT|20|80|1\n");
        ledger.catchUp();
        assertThat(ledger.state().openSince()).contains(Instant.ofEpochSecond(1795420850));

        add("queue_log", "1795420910|1795420845.9|nis2|NONE|ABANDON|1|1|60\n");
        ledger.catchUp();
        assertThat(ledger.state().openSince()).isEmpty();
    }

    @Test
    void ledgerSaysWhatIsMissingAndComesBackByItself() throws IOException {
        LiveLedger ledger = ledger();
        ledger.catchUp();
        assertThat(ledger.state().trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("is empty"));

        write("queue_log", ANSWERED);
        ledger.catchUp();

        assertThat(ledger.state().trouble()).isEmpty();
        assertThat(kept()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "100, 5", "1000, 19"})
    void itRestsNineteenTimesAsLongAsItWorkedAndIsClosedAtOnce(long workedMillis, long restSeconds) throws Exception {
        write("queue_log", ANSWERED);
        AtomicLong processorTime = new AtomicLong();
        CompletableFuture<ScheduledFuture<?>> again = new CompletableFuture<>();
        CompletableFuture<Duration> rest = new CompletableFuture<>();
        ScheduledThreadPoolExecutor once = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
                ScheduledFuture<?> scheduled = super.schedule(work, delay, unit);
                // What is executed at once comes by here too.
                if (delay > 0) {
                    again.complete(scheduled);
                    rest.complete(Duration.of(delay, unit.toChronoUnit()));
                }
                return scheduled;
            }
        };
        try (LiveLedger ledger = new LiveLedger(
                logs,
                Logs::rules,
                store,
                DECEMBER,
                once,
                () -> processorTime.addAndGet(TimeUnit.MILLISECONDS.toNanos(workedMillis)))) {
            ledger.start();

            assertThat(rest.get()).isEqualTo(Duration.ofSeconds(restSeconds));
        }
        assertThat(again.get().isCancelled()).isTrue();
        assertThat(kept()).hasSize(1);
    }

    private static String cdr(String account, String source, String destination, String uniqueId, String linkedId) {
        return """
                "%s","%s","%s","infolinia-call","","PJSIP/%s-00000001","PJSIP/x-00000002","Queue","nis2",\
                "2026-11-23 08:00:00","2026-11-23 08:00:10","2026-11-23 08:01:50",110,100,"ANSWERED","DOCUMENTATION",\
                "%s","","","%s","1"
                """.formatted(account, source, destination, source, uniqueId, linkedId);
    }

    private FinishedCall kept(String linkedId) {
        return Objects.requireNonNull(kept().get(linkedId), linkedId);
    }
}
