package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final String TEXT = "<hotline>\r\n  <!-- zażółć gęślą jaźń -->\n</hotline>\n";

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
        assertThat(latest()).isEmpty();
    }

    @Test
    void versionInForceIsTheLatestEvenAfterARestart() {
        history.inForce(version('a', MONDAY), TEXT);
        history.inForce(version('b', TUESDAY), TEXT);

        database.close();
        open();

        assertThat(latest()).contains(version('b', TUESDAY));
    }

    @Test
    void sameVersionAgainKeepsItsFirstMoment() {
        history.inForce(version('a', MONDAY), TEXT);
        history.inForce(version('a', TUESDAY), TEXT);

        assertThat(latest()).contains(version('a', MONDAY));
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void versionThatComesBackIsEnteredAgain() {
        history.inForce(version('a', MONDAY), TEXT);
        history.inForce(version('b', MONDAY), TEXT);
        history.inForce(version('a', TUESDAY), TEXT);

        assertThat(latest()).contains(version('a', TUESDAY));
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void clockThatWasSetBackDoesNotChangeWhichIsLatest() {
        history.inForce(version('a', TUESDAY), TEXT);
        history.inForce(version('b', MONDAY), TEXT);

        assertThat(latest()).contains(version('b', MONDAY));
    }

    @Test
    void earlierVersionCanBeGotBackLetterByLetter() {
        history.inForce(version('a', MONDAY), TEXT);
        history.inForce(version('b', TUESDAY), "x".repeat(1_000_000));

        assertThat(history.text(1)).contains(TEXT);
        assertThat(history.text(2).orElseThrow()).hasSize(1_000_000);
        assertThat(history.text(3)).isEmpty();
    }

    @Test
    void versionsAreListedNewestFirst() {
        history.inForce(version('a', MONDAY), TEXT);
        history.inForce(version('b', MONDAY), TEXT);
        history.inForce(version('c', TUESDAY), TEXT);

        assertThat(history.last(2))
                .containsExactly(
                        new HotlineHistory.Entry(3, version('c', TUESDAY)),
                        new HotlineHistory.Entry(2, version('b', MONDAY)));
    }

    @Test
    void versionFromBeforeTextsWereKeptHasNone() {
        database.write(handle -> handle.execute(
                "insert into hotline_version (number, sha256, since) values (1, '" + "a".repeat(64) + "', 0)"));

        assertThat(history.text(1)).isEmpty();
        assertThat(history.last(5)).hasSize(1);
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

    private Optional<HotlineVersion> latest() {
        return history.last(1).stream().map(HotlineHistory.Entry::version).findFirst();
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
                    history.inForce(version, TEXT);
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
