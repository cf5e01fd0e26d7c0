package org.infolinia.reports.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.infolinia.hotline.calls.CallLedger;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.reports.Logs;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseCallLedger;
import org.infolinia.sidecar.store.DatabaseFinishedCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that follows a folder of logs, and the database that it keeps calls in. */
abstract class LedgerOnLogs {

    /** Behind all lines of these tests. */
    static final Clock DECEMBER = Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);

    static final Instant ALWAYS = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    Path temporary;

    Path logs;
    Database database;
    CallLedger store;
    ScheduledExecutorService thread;

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

    LiveLedger ledger() {
        return ledger(store);
    }

    LiveLedger ledger(CallLedger on) {
        return new LiveLedger(logs, Logs::rules, on, DECEMBER, thread);
    }

    void write(String name, String content) {
        new Logs(logs).with(name, content);
    }

    void add(String name, String content) {
        try {
            Files.writeString(logs.resolve(name), content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    Map<String, FinishedCall> kept() {
        return kept(database);
    }

    static Map<String, FinishedCall> kept(Database database) {
        Map<String, FinishedCall> kept = new TreeMap<>();
        new DatabaseFinishedCalls(database)
                .arrivedBetween(Instant.EPOCH, ALWAYS, call -> kept.put(call.linkedId(), call));
        return kept;
    }
}
