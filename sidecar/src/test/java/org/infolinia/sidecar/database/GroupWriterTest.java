package org.infolinia.sidecar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups and the queue before them, each moment of which the test holds by latches. */
final class GroupWriterTest {

    @TempDir
    private Path folder;

    private Jdbi jdbi;
    private final List<Integer> groupSizes = new ArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @BeforeEach
    void makeTable() {
        jdbi = Jdbi.create(new SqliteFile(folder.resolve("group.db")).usable());
        jdbi.useHandle(handle -> handle.execute("create table note (text varchar(100) not null primary key)"));
    }

    @Test
    void failingWriteInAGroupLeavesTheOthers() {
        Write<Integer> first = insert("first");
        Write<Integer> duplicate = insert("first");
        Write<Integer> broken = new Write<>(handle -> {
            handle.execute("insert into note values ('half')");
            throw new IllegalArgumentException("broken");
        });
        Write<Integer> last = insert("last");

        new GroupCommit(jdbi, "test").accept(List.of(first, duplicate, broken, last));

        assertThat(first.outcome()).isCompletedWithValue(1);
        assertThat(duplicate.outcome()).isCompletedExceptionally();
        assertThat(broken.outcome()).isCompletedExceptionally();
        assertThat(broken.outcome().handle((result, thrown) -> thrown).join()).hasMessage("broken");
        assertThat(last.outcome()).isCompletedWithValue(1);
        assertThat(notes()).containsExactly("first", "last");
    }

    @Test
    void nobodyIsAcknowledgedBeforeTheCommit() {
        Write<Integer> first = insert("first");
        Write<Boolean> second = new Write<>(handle -> first.outcome().isDone());

        new GroupCommit(jdbi, "test").accept(List.of(first, second));

        assertThat(second.outcome()).isCompletedWithValue(false);
        assertThat(first.outcome()).isCompletedWithValue(1);
    }

    @Test
    void groupThatCannotBeCommittedIsToldToEachOfIt() {
        Write<Integer> first = insert("first");
        Write<Object> ending = new Write<>(handle -> handle.rollback());
        Write<Integer> never = insert("never");

        new GroupCommit(jdbi, "test").accept(List.of(first, ending, never));

        for (Write<?> write : List.of(first, ending, never)) {
            assertThat(write.outcome()).isCompletedExceptionally();
        }
        assertThat(notes()).isEmpty();
    }

    @Test
    void whatWaitsMeanwhileBecomesOneGroup() throws InterruptedException {
        GroupWriter writer = writer(10);
        CompletableFuture<Boolean> first = writer.submit(this::hold);
        started.await();
        CompletableFuture<Integer> a = writer.submit(handle -> handle.execute("insert into note values ('a')"));
        CompletableFuture<Integer> b = writer.submit(handle -> handle.execute("insert into note values ('b')"));
        CompletableFuture<Integer> c = writer.submit(handle -> handle.execute("insert into note values ('c')"));

        mayGoOn.countDown();
        writer.close();

        assertThat(groupSizes).containsExactly(1, 3);
        assertThat(List.of(first, a, b, c))
                .allSatisfy(outcome -> assertThat(outcome).isCompleted());
    }

    @Test
    void fullQueueRefusesOneMoreAndTakesItWhenThereIsRoom() throws InterruptedException {
        GroupWriter writer = writer(2);
        CompletableFuture<Boolean> first = writer.submit(this::hold);
        started.await();
        CompletableFuture<Integer> a = writer.submit(handle -> handle.execute("insert into note values ('a')"));
        CompletableFuture<Integer> second = writer.submit(handle -> handle.execute("insert into note values ('b')"));

        assertThatThrownBy(() -> writer.submit(handle -> handle.execute("insert into note values ('c')")))
                .isInstanceOf(DatabaseBusy.class)
                .hasMessageContaining("already has 2 writes waiting");

        mayGoOn.countDown();
        second.join();
        writer.submit(handle -> handle.execute("insert into note values ('d')")).join();
        writer.close();
        assertThat(first).isCompletedWithValue(true);
        assertThat(a).isCompletedWithValue(1);
        assertThat(notes()).containsExactly("a", "b", "d");
    }

    @Test
    void closingFinishesWhatWasTakenAndRefusesTheRest() throws InterruptedException {
        GroupWriter writer = writer(1000);
        CompletableFuture<Boolean> first = writer.submit(this::hold);
        started.await();
        List<CompletableFuture<Integer>> taken = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            String text = "note " + i;
            taken.add(writer.submit(handle -> handle.execute("insert into note values (?)", text)));
        }

        mayGoOn.countDown();
        writer.close();

        assertThat(taken).allSatisfy(outcome -> assertThat(outcome).isCompletedWithValue(1));
        assertThat(first).isCompletedWithValue(true);
        assertThat(notes()).hasSize(600);
        assertThat(groupSizes).containsExactly(1, 256, 256, 88);
        assertThatThrownBy(() -> writer.submit(handle -> 1))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("The database is closed; this write was not taken.");
    }

    @Test
    void interruptWhileClosingIsPassedOnOnceAllIsWritten() throws InterruptedException {
        GroupWriter writer = writer(10);
        CompletableFuture<Integer> outcome =
                writer.submit(handle -> handle.execute("insert into note values ('kept')"));

        Thread.currentThread().interrupt();
        writer.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isCompletedWithValue(1);
    }

    private GroupWriter writer(int capacity) {
        GroupCommit commit = new GroupCommit(jdbi, "test");
        return GroupWriter.start(
                group -> {
                    groupSizes.add(group.size());
                    commit.accept(group);
                },
                capacity);
    }

    private boolean hold(org.jdbi.v3.core.Handle handle) throws InterruptedException {
        started.countDown();
        mayGoOn.await();
        return true;
    }

    private static Write<Integer> insert(String text) {
        return new Write<>(handle -> handle.execute("insert into note values (?)", text));
    }

    private List<String> notes() {
        return jdbi.withHandle(handle -> handle.select("select text from note order by text")
                .mapTo(String.class)
                .list());
    }
}
