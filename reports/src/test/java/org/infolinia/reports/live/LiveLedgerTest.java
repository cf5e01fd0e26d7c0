package org.infolinia.reports.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.CallLedger;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.LedgerPlace;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.Logs;
import org.infolinia.reports.RandomHistories;
import org.infolinia.reports.RandomHistories.History;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseCallLedger;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveLedgerTest {

    /** Behind all lines of these tests. */
    private static final Clock DECEMBER = Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);

    private static final Instant ALWAYS = Instant.parse("2030-01-01T00:00:00Z");

    private static final String ANSWERED = """
            1795420800|1795420790.7|nis2|NONE|ENTERQUEUE||48600100200|1
            1795420812|1795420790.7|nis2|bartosz|RINGNOANSWER|4000
            1795420820|1795420790.7|nis2|anna|CONNECT|20|1795420815.9|5
            1795420900|1795420790.7|nis2|anna|COMPLETEAGENT|20|80|1
            """;

    @TempDir
    private Path temporary;

    private Path logs;
    private Database database;
    private CallLedger store;
    private ScheduledExecutorService thread;

    @BeforeEach
    void open() throws IOException {
        logs = Files.createDirectory(temporary.resolve("log"));
        database = Database.open(DatabaseSettings.sqlite(temporary.resolve("infolinia.db")));
        store = new DatabaseCallLedger(() -> database);
        thread = Executors.newSingleThreadScheduledExecutor();
    }

    @AfterEach
    void close() {
        thread.shutdownNow();
        database.close();
    }

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

    @Test
    void databaseThatFailsInTheMiddleLosesNoCall() {
        RandomHistories random = new RandomHistories(5, 1_300);
        write("queue_log", RandomHistories.log(random.lines()));
        Failing failing = new Failing(store);
        LiveLedger ledger = ledger(failing);

        int tries = 0;
        do {
            ledger.catchUp();
            tries++;
        } while (ledger.state().trouble().isPresent());

        assertThat(tries).isGreaterThan(3);
        assertThat(histories(kept().values())).isEqualTo(random.histories());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void longLogReadAtOnceGivesExactlyTheHistories(long seed) {
        RandomHistories random = new RandomHistories(seed, 400);
        write("queue_log", RandomHistories.log(random.lines()));
        LiveLedger ledger = ledger();
        ledger.catchUp();

        assertThat(ledger.state().trouble()).isEmpty();
        assertThat(histories(kept().values())).isEqualTo(random.histories());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void logFollowedThroughRotationsCutsAndRestartsGivesExactlyTheHistories(long seed) throws IOException {
        RandomHistories random = new RandomHistories(seed, 400);
        Random dice = new Random(seed);
        String whole = RandomHistories.log(random.lines());
        write("queue_log", "");
        LiveLedger ledger = ledger();
        int written = 0;
        while (written < whole.length()) {
            // Any length: lines are cut anywhere.
            int end = Math.min(whole.length(), written + 1 + dice.nextInt(9_000));
            boolean endsALine = whole.charAt(end - 1) == '\n';
            add("queue_log", whole.substring(written, end));
            written = end;
            if (dice.nextInt(3) > 0) {
                ledger.catchUp();
            }
            if (dice.nextInt(5) == 0) {
                ledger = ledger();
            }
            // Whoever rotates while a line is half written tears it apart; no reader can mend that.
            if (endsALine || dice.nextInt(3) == 0) {
                int lineEnd = whole.indexOf('\n', written - 1) + 1;
                if (lineEnd > written) {
                    add("queue_log", whole.substring(written, lineEnd));
                    written = lineEnd;
                }
                rotate(dice);
            }
        }
        ledger.catchUp();

        assertThat(ledger.state().trouble()).isEmpty();
        assertThat(histories(kept().values())).isEqualTo(random.histories());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void daysThatTheLedgerWasOffAreMadeUpAsIfItHadBeenOn(long seed) throws IOException {
        RandomHistories random = new RandomHistories(seed, 3_000);
        String whole = RandomHistories.log(random.lines());
        Random dice = new Random(seed);
        Database other = Database.open(DatabaseSettings.sqlite(temporary.resolve("always-on.db")));
        LiveLedger alwaysOn = ledger(new DatabaseCallLedger(() -> other));
        LiveLedger off = ledger();
        write("queue_log", "");
        int parts = 40;
        for (int part = 0, written = 0; part < parts; part++) {
            int end = part == parts - 1 ? whole.length() : whole.indexOf('\n', written + whole.length() / parts) + 1;
            add("queue_log", whole.substring(written, end));
            written = end;
            alwaysOn.catchUp();
            if (part < 10) {
                off.catchUp();
            }
            if (part % 8 == 5) {
                rotate(dice);
            }
        }
        LiveLedger onAgain = ledger();
        onAgain.catchUp();

        assertThat(kept()).isEqualTo(kept(other)).hasSize(3_000);
        other.close();
    }

    /** As logrotate does: by renaming or by copying and cutting, older ones packed. */
    private void rotate(Random dice) throws IOException {
        for (int number = 40; number > 1; number--) {
            Path plain = logs.resolve("queue_log." + (number - 1));
            Path packed = logs.resolve("queue_log." + (number - 1) + ".gz");
            if (Files.exists(packed)) {
                Files.move(packed, logs.resolve("queue_log." + number + ".gz"));
            } else if (Files.exists(plain)) {
                try (OutputStream out =
                        new GZIPOutputStream(Files.newOutputStream(logs.resolve("queue_log." + number + ".gz")))) {
                    Files.copy(plain, out);
                }
                Files.delete(plain);
            }
        }
        Path current = logs.resolve("queue_log");
        Path rotated = logs.resolve("queue_log.1");
        if (dice.nextBoolean()) {
            Files.move(current, rotated);
            Files.createFile(current);
        } else {
            Files.copy(current, rotated, StandardCopyOption.REPLACE_EXISTING);
            Files.write(current, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    private LiveLedger ledger() {
        return ledger(store);
    }

    private LiveLedger ledger(CallLedger on) {
        return new LiveLedger(logs, Logs::rules, on, DECEMBER, thread);
    }

    private void write(String name, String content) {
        new Logs(logs).with(name, content);
    }

    private void add(String name, String content) {
        try {
            Files.writeString(logs.resolve(name), content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
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

    private Map<String, FinishedCall> kept() {
        return kept(database);
    }

    private static Map<String, FinishedCall> kept(Database database) {
        Map<String, FinishedCall> kept = new TreeMap<>();
        new DatabaseFinishedCalls(database)
                .arrivedBetween(Instant.EPOCH, ALWAYS, call -> kept.put(call.linkedId(), call));
        return kept;
    }

    private static Map<String, History> histories(Collection<FinishedCall> calls) {
        return calls.stream()
                .collect(Collectors.toMap(
                        FinishedCall::linkedId,
                        call -> new History(
                                call.arrived(),
                                call.outcome(),
                                call.waitTime(),
                                call.talkTime(),
                                offers(call, Offer.Response.REJECTED),
                                offers(call, Offer.Response.MISSED),
                                offers(call, Offer.Response.DUMPED),
                                (int) call.conversations().stream()
                                        .filter(talk -> talk.endedBy() == Conversation.EndedBy.CONSULTANT
                                                && talk.talkTime().orElseThrow().toSeconds() <= 10)
                                        .count(),
                                (int) call.conversations().stream()
                                        .filter(talk -> talk.endedBy() == Conversation.EndedBy.CONSULTANT)
                                        .count()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static int offers(FinishedCall call, Offer.Response response) {
        return (int) call.offers().stream()
                .filter(offer -> offer.response() == response)
                .count();
    }

    /** The database, which is away at every second writing. */
    private static final class Failing implements CallLedger {

        private final CallLedger store;
        private final List<String> writings = new ArrayList<>();

        Failing(CallLedger store) {
            this.store = store;
        }

        @Override
        public LedgerPlace place() {
            return store.place();
        }

        @Override
        public Set<String> keptSince(Instant arrived) {
            return store.keptSince(arrived);
        }

        @Override
        public void keep(List<FinishedCall> calls) {
            failAtEverySecond();
            store.keep(calls);
        }

        @Override
        public void advance(List<FinishedCall> calls, Collection<String> gone, LedgerPlace place) {
            failAtEverySecond();
            store.advance(calls, gone, place);
        }

        private void failAtEverySecond() {
            writings.add("one");
            if (writings.size() % 2 == 0) {
                throw new IllegalStateException("the database is away");
            }
        }
    }
}
