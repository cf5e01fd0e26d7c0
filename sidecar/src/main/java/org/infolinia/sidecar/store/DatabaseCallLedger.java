package org.infolinia.sidecar.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.infolinia.hotline.calls.CallLedger;
import org.infolinia.hotline.calls.FilePlace;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.LedgerPlace;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@link CallLedger} in the tables {@code ledger_…}, beside those of {@link DatabaseFinishedCalls}. */
public final class DatabaseCallLedger implements CallLedger {

    private final Supplier<Database> database;

    /** @param database asked for each time, since it may be away when we start */
    public DatabaseCallLedger(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public LedgerPlace place() {
        return database.get().read(handle -> {
            Optional<Long> from = handle.createQuery("select read_from from ledger_place where id = 1")
                    .mapTo(Long.class)
                    .findOne();
            if (from.isEmpty()) {
                return LedgerPlace.NOWHERE;
            }
            Map<String, Instant> settled = handle
                    .createQuery("select linked_id, last_line from ledger_settled")
                    .map((row, context) ->
                            Map.entry(row.getString("linked_id"), Instant.ofEpochSecond(row.getLong("last_line"))))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            List<FilePlace> files = handle.createQuery(
                            "select log, digest, length, position, line from ledger_file order by log, digest")
                    .map((row, context) -> new FilePlace(
                            row.getString("log"),
                            row.getInt("length"),
                            row.getString("digest"),
                            row.getLong("position"),
                            row.getLong("line")))
                    .list();
            return new LedgerPlace(Instant.ofEpochSecond(from.get()), settled, files);
        });
    }

    @Override
    public Set<String> keptSince(Instant arrived) {
        return database.get()
                .read(handle -> new HashSet<>(
                        handle.createQuery("select linked_id from finished_call where arrived >= :arrived")
                                .bind("arrived", arrived.getEpochSecond())
                                .mapTo(String.class)
                                .list()));
    }

    @Override
    public void keep(List<FinishedCall> calls) {
        database.get().write(handle -> {
            CallRows.keep(handle, calls);
            return calls;
        });
    }

    @Override
    public void advance(List<FinishedCall> calls, Collection<String> gone, LedgerPlace place) {
        database.get().write(handle -> {
            CallRows.forget(handle, List.copyOf(gone));
            CallRows.keep(handle, calls);
            note(handle, place);
            return calls;
        });
    }

    private static void note(Handle handle, LedgerPlace place) {
        handle.createUpdate("""
                        insert into ledger_place (id, read_from) values (1, :from)
                        on conflict (id) do update set read_from = excluded.read_from
                        """).bind("from", place.from().getEpochSecond()).execute();
        handle.execute("delete from ledger_file");
        PreparedBatch files = handle.prepareBatch("""
                insert into ledger_file (log, digest, length, position, line)
                values (:log, :digest, :length, :position, :line)
                on conflict (log, digest) do nothing
                """);
        for (FilePlace file : place.files()) {
            files.bind("log", file.log())
                    .bind("digest", file.digest())
                    .bind("length", file.length())
                    .bind("position", file.offset())
                    .bind("line", file.line())
                    .add();
        }
        handle.execute("delete from ledger_settled");
        PreparedBatch settled =
                handle.prepareBatch("insert into ledger_settled (linked_id, last_line) values (:linkedId, :lastLine)");
        place.settled()
                .forEach((linkedId, lastLine) -> settled.bind("linkedId", linkedId)
                        .bind("lastLine", lastLine.getEpochSecond())
                        .add());
        CallRows.run(files);
        CallRows.run(settled);
    }
}
