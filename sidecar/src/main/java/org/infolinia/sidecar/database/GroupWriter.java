package org.infolinia.sidecar.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.HandleCallback;

/** The one thread that writes: takes all that waits at the moment as one group. */
final class GroupWriter implements AutoCloseable {

    /** Keeps one group's time, hence each caller's wait, within bounds. */
    private static final int LARGEST_GROUP = 256;

    private final Consumer<List<Write<?>>> commit;
    private final int capacity;
    private final Thread thread = new Thread(this::commitUntilClosed, "database-writer");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Write<?>> waiting = new ArrayDeque<>();
    private boolean closed;

    private GroupWriter(Consumer<List<Write<?>>> commit, int capacity) {
        this.commit = commit;
        this.capacity = capacity;
    }

    /**
     * @param commit   settles every write it is given, and never throws
     * @param capacity how many writes may wait for the next group
     */
    static GroupWriter start(Consumer<List<Write<?>>> commit, int capacity) {
        GroupWriter writer = new GroupWriter(commit, capacity);
        writer.thread.start();
        return writer;
    }

    /**
     * Queues a write.
     *
     * @return done when the write is durable, or has failed
     * @throws DatabaseBusy        when the queue is full
     * @throws DatabaseUnavailable when closed
     */
    <R> CompletableFuture<R> submit(HandleCallback<R, ?> callback) {
        Write<R> write = new Write<>(callback);
        lock.lock();
        try {
            if (closed) {
                throw new DatabaseUnavailable("The database is closed; this write was not taken.");
            }
            if (waiting.size() >= capacity) {
                throw new DatabaseBusy(capacity);
            }
            waiting.add(write);
            changed.signal();
        } finally {
            lock.unlock();
        }
        return write.outcome();
    }

    /** Takes no more, and returns when all that was taken is settled. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException later) {
                // Writes that were taken are promised; the interrupt is passed on below.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void commitUntilClosed() {
        for (List<Write<?>> group = next(); !group.isEmpty(); group = next()) {
            commit.accept(group);
        }
    }

    /** Empty only when closed and nothing is left. */
    private List<Write<?>> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            List<Write<?>> group = new ArrayList<>();
            while (!waiting.isEmpty() && group.size() < LARGEST_GROUP) {
                group.add(waiting.remove());
            }
            return group;
        } finally {
            lock.unlock();
        }
    }
}
