package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.infolinia.hotline.history.HotlineHistory;
import org.infolinia.hotline.history.HotlineVersion;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link HotlineHistory} promises, whatever the database. */
abstract class HotlineHistoryContract {

    private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T07:00:00Z");

    private DatabaseSettings settings;
    private Database database;
    private HotlineHistory history;

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
    void nothingIsLatestBeforeTheFirst() {
        assertThat(history.latest()).isEmpty();
    }

    @Test
    void versionInForceIsTheLatestEvenAfterARestart() {
        history.inForce(version('a', MONDAY));
        history.inForce(version('b', TUESDAY));

        database.close();
        open();

        assertThat(history.latest()).contains(version('b', TUESDAY));
    }

    @Test
    void sameVersionAgainKeepsItsFirstMoment() {
        history.inForce(version('a', MONDAY));
        history.inForce(version('a', TUESDAY));

        assertThat(history.latest()).contains(version('a', MONDAY));
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void versionThatComesBackIsEnteredAgain() {
        history.inForce(version('a', MONDAY));
        history.inForce(version('b', MONDAY));
        history.inForce(version('a', TUESDAY));

        assertThat(history.latest()).contains(version('a', TUESDAY));
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void clockThatWasSetBackDoesNotChangeWhichIsLatest() {
        history.inForce(version('a', TUESDAY));
        history.inForce(version('b', MONDAY));

        assertThat(history.latest()).contains(version('b', MONDAY));
    }

    @Test
    void manyWhoEnterTheSameVersionAtOnceEnterItOnce() throws Exception {
        atOnce(IntStream.range(0, 16).mapToObj(i -> version('a', MONDAY)).toList());

        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void manyWhoEnterDifferentVersionsAtOnceAllGetIn() throws Exception {
        atOnce(IntStream.range(0, 16)
                .mapToObj(i -> version("0123456789abcdef".charAt(i), MONDAY))
                .toList());

        assertThat(entries()).isEqualTo(16);
    }

    private void open() {
        database = Database.open(settings);
        history = new DatabaseHotlineHistory(database);
    }

    private int entries() {
        return database.read(handle -> handle.select("select count(*) from hotline_version")
                .mapTo(Integer.class)
                .one());
    }

    private void atOnce(List<HotlineVersion> versions) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(versions.size());
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (HotlineVersion version : versions) {
                tasks.add(() -> {
                    history.inForce(version);
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static HotlineVersion version(char digit, Instant since) {
        return new HotlineVersion(String.valueOf(digit).repeat(64), since);
    }
}
