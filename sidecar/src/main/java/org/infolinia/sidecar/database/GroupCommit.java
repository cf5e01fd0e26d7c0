package org.infolinia.sidecar.database;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Commits several writes as one transaction, so that they share one wait for the disk. */
final class GroupCommit implements Consumer<List<Write<?>>> {

    private final Jdbi jdbi;
    private final String place;

    /** @param place what people call the database */
    GroupCommit(Jdbi jdbi, String place) {
        this.jdbi = jdbi;
        this.place = place;
    }

    /** Runs and settles every write: acknowledged after the commit, or failed alone, or lost with the whole group. */
    @Override
    public void accept(List<Write<?>> group) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            group.forEach(write -> write.runIn(handle));
            handle.commit();
            group.forEach(Write::acknowledge);
        } catch (Throwable broken) { // an Error too: no caller may wait for ever, and the writer thread goes on
            DatabaseUnavailable loss = new DatabaseUnavailable(
                    "The database " + place + " did not take a write: " + Causes.rootMessage(broken) + ".", broken);
            group.forEach(write -> write.lose(loss));
        }
    }
}
