package org.infolinia.reports.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.infolinia.hotline.calls.CallLedger;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.LedgerPlace;
import org.infolinia.hotline.calls.Offer;
import org.infolinia.reports.RandomHistories;
import org.infolinia.reports.RandomHistories.History;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseCallLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories, written as logs and followed through whatever happens to logs and database, are kept as they were. */
class FollowedLogsTest extends LedgerOnLogs {

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

    /** In memory: what is asked is what is read, not what a database bears. */
    @Test
    void millionLinesAfterADayOffTellWhatTheyWouldHaveToldWithoutTheGap() {
        RandomHistories random =
                new RandomHistories(31, 270_000, new RandomHistories.Season(1795302000, 86_400, 1, false));
        assertThat(random.lines()).hasSizeGreaterThan(1_000_000);
        String whole = RandomHistories.log(random.lines());
        InMemory alwaysOn = new InMemory();
        LiveLedger on = ledger(alwaysOn);
        int parts = 3;
        write("queue_log", "");
        for (int part = 1, written = 0; part <= parts; part++) {
            int end = part == parts ? whole.length() : whole.indexOf('\n', whole.length() / parts * part) + 1;
            add("queue_log", whole.substring(written, end));
            written = end;
            on.catchUp();
        }

        InMemory off = new InMemory();
        LiveLedger afterADay = ledger(off);
        afterADay.catchUp();

        assertThat(afterADay.state().trouble()).isEmpty();
        assertThat(off.kept).hasSameSizeAs(random.histories());
        assertThat(off.kept.equals(alwaysOn.kept)).isTrue();
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

    /** What a database would keep, of which the calls by their hash. */
    private static final class InMemory implements CallLedger {

        private final Map<String, Kept> kept = new HashMap<>();
        private LedgerPlace place = LedgerPlace.NOWHERE;

        private record Kept(Instant arrived, int hash) {}

        @Override
        public LedgerPlace place() {
            return place;
        }

        @Override
        public Set<String> keptSince(Instant arrived) {
            return kept.entrySet().stream()
                    .filter(call -> !call.getValue().arrived.isBefore(arrived))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        @Override
        public void keep(List<FinishedCall> calls) {
            calls.forEach(call -> kept.put(call.linkedId(), new Kept(call.arrived(), call.hashCode())));
        }

        @Override
        public void advance(List<FinishedCall> calls, Collection<String> gone, LedgerPlace next) {
            keep(calls);
            gone.forEach(kept::remove);
            place = next;
        }
    }
}
