package org.infolinia.sidecar.database;

import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;

/** One caller's write on its way through a group. */
final class Write<R> {

    private final HandleCallback<R, ?> callback;
    private final CompletableFuture<R> outcome = new CompletableFuture<>();
    private Runnable acknowledgement = () -> {};

    Write(HandleCallback<R, ?> callback) {
        this.callback = callback;
    }

    /** Done once the group is committed or lost; exceptionally with what the callback threw, or with the loss. */
    CompletableFuture<R> outcome() {
        return outcome;
    }

    /**
     * Runs the callback so that its failure leaves the handle's transaction as it was before.
     *
     * @throws JdbiException when the transaction itself is no more
     */
    void runIn(Handle handle) {
        handle.execute("savepoint infolinia_write");
        acknowledgement = attempt(handle);
        handle.execute("release infolinia_write");
    }

    void acknowledge() {
        acknowledgement.run();
    }

    /** Says that the group came to nothing; without effect after {@link #acknowledge}. */
    void lose(DatabaseUnavailable loss) {
        outcome.completeExceptionally(loss);
    }

    // Whatever the callback throws is its caller's to know, and must not end the writer thread.
    private Runnable attempt(Handle handle) {
        try {
            R result = callback.withHandle(handle);
            return () -> outcome.complete(result);
        } catch (Throwable failure) {
            undo(handle, failure);
            return () -> outcome.completeExceptionally(failure);
        }
    }

    private static void undo(Handle handle, Throwable failure) {
        try {
            handle.execute("rollback to infolinia_write");
        } catch (JdbiException gone) {
            // SQLite itself ends the transaction on a full disk, for one: the failure is then the whole group's.
            failure.addSuppressed(gone);
            throw new TransactionException("the group's transaction is gone", failure);
        }
    }
}
