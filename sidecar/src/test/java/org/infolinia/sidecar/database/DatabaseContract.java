package org.infolinia.sidecar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Database} promises, whatever is behind it. */
abstract class DatabaseContract {

    private DatabaseSettings settings;
    private Database database;

    /** A database that holds nothing yet. */
    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void openOne() {
        settings = freshDatabase();
        database = Database.open(settings);
        database.write(handle -> handle.execute("create table note (text varchar(100) not null primary key)"));
    }

    @AfterEach
    void closeIt() {
        database.close();
    }

    final DatabaseSettings settings() {
        return settings;
    }

    final Database database() {
        return database;
    }

    @Test
    void acknowledgedWriteIsSeenByAConnectionThatOwesUsNothing() throws SQLException {
        int rows = note("kept");

        assertThat(rows).isEqualTo(1);
        assertThat(notesSeenFromOutside()).containsExactly("kept");
    }

    @Test
    void acknowledgedWriteIsSeenByTheNextRead() {
        for (int i = 0; i < 50; i++) {
            String text = "note " + i;
            note(text);

            assertThat(notes()).contains(text);
        }
    }

    @Test
    void failingWriteLeavesNothingAndItsCauseReachesTheCallerAsItWas() {
        IOException cause = new IOException("the visitor's file broke off");

        assertThatThrownBy(() -> database.write(handle -> {
                    handle.execute("insert into note values ('half')");
                    throw cause;
                }))
                .isSameAs(cause);

        assertThat(notes()).isEmpty();
    }

    @Test
    void errorThrownInAWriteReachesTheCallerAndTheNextWriteIsTaken() {
        assertThatThrownBy(() -> database.write(handle -> {
                    throw new AssertionError("a bug");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("a bug");

        assertThat(note("after")).isEqualTo(1);
    }

    @Test
    void noFaultSaysWhichValuesTheStatementWasGiven() {
        note("tajne hasło");

        assertThatThrownBy(() -> database.write(handle -> handle.createUpdate("insert into note values (:text)")
                        .bind("text", "tajne hasło")
                        .execute()))
                .isInstanceOf(JdbiException.class)
                .satisfies(fault -> assertThat(whole(fault)).contains("note").doesNotContain("tajne"));
    }

    private static String whole(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void writeThatBreaksAConstraintTellsItsOwnCallerAlone() {
        note("once");

        assertThatThrownBy(() -> note("once")).isInstanceOf(JdbiException.class);

        assertThat(note("twice")).isEqualTo(1);
        assertThat(notes()).containsExactly("once", "twice");
    }

    @Test
    void twoHundredWritersAtOnceAllGetIn() throws Exception {
        List<Callable<Integer>> writers = IntStream.range(0, 200)
                .<Callable<Integer>>mapToObj(i -> () -> note("writer " + i))
                .toList();

        List<Integer> rows = atOnce(writers);

        assertThat(rows).hasSize(200).containsOnly(1);
        assertThat(notesSeenFromOutside()).hasSize(200);
    }

    @Test
    void failingWritersAmongManyHarmNobodyElse() throws Exception {
        note("taken");
        List<Callable<Boolean>> writers = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        note(i % 2 == 0 ? "writer " + i : "taken");
                        return true;
                    } catch (JdbiException duplicate) {
                        return false;
                    }
                })
                .toList();

        List<Boolean> acknowledged = atOnce(writers);

        assertThat(acknowledged).filteredOn(done -> done).hasSize(100);
        assertThat(notesSeenFromOutside()).hasSize(101);
    }

    @Test
    void whatWasAcknowledgedBeforeOrDuringClosingIsThereAndNothingElseIs() throws Exception {
        CountDownLatch hundred = new CountDownLatch(100);
        List<Callable<List<String>>> writers = new ArrayList<>(IntStream.range(0, 20)
                .<Callable<List<String>>>mapToObj(writer -> () -> writeUntilRefused("writer " + writer, hundred))
                .toList());
        writers.add(() -> {
            hundred.await();
            database.close();
            return List.of();
        });

        List<String> acknowledged =
                atOnce(writers).stream().flatMap(List::stream).toList();

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(100);
        assertThat(notesSeenFromOutside()).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    @Test
    void closingWaitsForAWriteInProgress() throws Exception {
        Thread closing = new Thread(database::close);

        int rows = database.write(handle -> {
            closing.start();
            closing.join(200); // asserts nothing: time in which a closing that does not wait can do its harm
            return handle.execute("insert into note values ('in the middle')");
        });
        closing.join();

        assertThat(rows).isEqualTo(1);
        assertThat(notesSeenFromOutside()).containsExactly("in the middle");
    }

    @Test
    void closedDatabaseTakesNoMoreAndClosingAgainDoesNothing() {
        database.close();
        database.close();

        assertThatThrownBy(() -> note("late")).isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(this::notes).isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(database::check).isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void readCannotWrite() {
        assertThatThrownBy(() -> database.read(handle -> handle.execute("insert into note values ('sneaked in')")))
                .isInstanceOf(JdbiException.class);

        assertThat(notes()).isEmpty();
        assertThat(note("rightly")).isEqualTo(1);
    }

    @Test
    void readSeesOneMomentHoweverManyQuestionsItAsks() throws Exception {
        note("before");
        ExecutorService other = Executors.newSingleThreadExecutor();

        List<Integer> counts = database.read(handle -> {
            String count = "select count(*) from note";
            int first = handle.select(count).mapTo(Integer.class).one();
            other.submit(() -> note("meanwhile")).get();
            return List.of(first, handle.select(count).mapTo(Integer.class).one());
        });
        other.shutdown();

        assertThat(counts).containsExactly(1, 1);
        assertThat(notes()).containsExactly("before", "meanwhile");
    }

    @Test
    void writeOrReadInsideAnotherIsRefusedInsteadOfHanging() {
        assertThatThrownBy(() -> database.write(handle -> note("inner"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database.write(handle -> notes())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database.read(handle -> note("inner"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database.read(handle -> {
                    database.close();
                    return 0;
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(note("afterwards")).isEqualTo(1);
        assertThat(notes()).containsExactly("afterwards");
    }

    @Test
    void openingAgainFindsWhatWasWrittenAndTakesNoStepTwice() {
        note("kept");
        database.close();

        database = Database.open(settings);

        assertThat(notes()).containsExactly("kept");
    }

    @Test
    void databaseOfANewerProgramIsRefusedAndLeftAlone() {
        database.write(handle -> handle.execute("""
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (99, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 'test', 1, true)
                """));
        database.close();

        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("was written by a newer Infolinia (step 999 is unknown here)");
    }

    @Test
    void databaseThatHoldsSomebodyElsesTablesIsRefused() throws SQLException {
        DatabaseSettings elses = freshDatabase();
        fromOutside(elses, "create table shopping (item varchar(10))");

        assertThatThrownBy(() -> Database.open(elses))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("cannot be brought up to date");
    }

    @Test
    void checkPassesWhileAllIsWell() {
        database.check();

        assertThat(notes()).isEmpty();
    }

    final int note(String text) {
        return database.write(handle -> handle.execute("insert into note values (?)", text));
    }

    final List<String> notes() {
        return database.read(handle -> handle.select("select text from note order by text")
                .mapTo(String.class)
                .list());
    }

    private List<String> writeUntilRefused(String prefix, CountDownLatch acknowledgements) {
        List<String> acknowledged = new ArrayList<>();
        try {
            while (true) {
                String text = prefix + " note " + acknowledged.size();
                note(text);
                acknowledged.add(text);
                acknowledgements.countDown();
            }
        } catch (DatabaseUnavailable closed) {
            return acknowledged;
        }
    }

    private List<String> notesSeenFromOutside() throws SQLException {
        return askedFromOutside(settings, "select text from note");
    }

    /** First column of each row, by a connection that is none of ours. */
    static List<String> askedFromOutside(DatabaseSettings settings, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static void fromOutside(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Results in the order of the tasks, each run on a thread of its own. */
    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
