package org.infolinia.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import org.infolinia.hotline.history.HotlineVersion;
import org.infolinia.sidecar.database.DatabaseBusy;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.infolinia.sidecar.store.DatabaseHotlineHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters the versions in force in the history, as soon as the database is there. */
final class HotlineJournal {

    private static final Logger LOG = LoggerFactory.getLogger(HotlineJournal.class);

    /** More than a coordinator saves while a database is away. */
    private static final int MOST_WAITING = 32;

    private final LateDatabase database;
    private final Deque<Unentered> waiting = new ArrayDeque<>();

    private record Unentered(HotlineVersion version, String text) {}

    HotlineJournal(LateDatabase database) {
        this.database = database;
    }

    /** Returns at once where the database is away. */
    synchronized void inForce(HotlineVersion version, String text) {
        waiting.add(new Unentered(version, text));
        if (waiting.size() > MOST_WAITING) {
            LOG.error(
                    "the history misses version {} of hotline.xml: the database is away for too long",
                    waiting.remove().version().sha256());
        }
        enter();
    }

    /** Enters what could not be entered before. */
    synchronized void enter() {
        try {
            while (!waiting.isEmpty()) {
                Unentered next = waiting.element();
                new DatabaseHotlineHistory(database.get()).inForce(next.version(), next.text());
                waiting.remove();
            }
        } catch (DatabaseUnavailable | DatabaseBusy away) {
            LOG.debug("the history waits for the database", away);
        }
    }
}
