package org.infolinia.sidecar.store;

import java.util.List;
import java.util.function.Supplier;
import org.infolinia.hotline.dictionary.Dictionaries;
import org.infolinia.hotline.dictionary.DictionaryEntry;
import org.infolinia.hotline.dictionary.DictionaryKind;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** {@link Dictionaries} in the table {@code dictionary}. */
public final class DatabaseDictionaries implements Dictionaries {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseDictionaries(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public List<DictionaryEntry> all(DictionaryKind kind) {
        return database.get()
                .read(handle -> handle.createQuery("select * from dictionary where kind = :kind order by polish, code")
                        .bind("kind", kind.word())
                        .map((row, context) -> new DictionaryEntry(
                                kind,
                                row.getString("code"),
                                row.getString("polish"),
                                row.getString("english"),
                                row.getInt("retired") == 1))
                        .list());
    }

    @Override
    public boolean add(DictionaryEntry entry, AuditEntry line) {
        return database.get().write(handle -> {
            int added = bound(handle.createUpdate("""
                    insert into dictionary (kind, code, polish, english, retired)
                    values (:kind, :code, :polish, :english, :retired)
                    on conflict (kind, code) do nothing
                    """), entry).execute();
            return told(handle, added, line);
        });
    }

    @Override
    public boolean change(DictionaryEntry before, DictionaryEntry after, AuditEntry line) {
        return database.get().write(handle -> {
            int changed = bound(handle.createUpdate("""
                    update dictionary set polish = :polish, english = :english, retired = :retired
                    where kind = :kind and code = :code
                      and polish = :was_polish and english = :was_english and retired = :was_retired
                    """), after)
                    .bind("was_polish", before.polish())
                    .bind("was_english", before.english())
                    .bind("was_retired", before.retired() ? 1 : 0)
                    .execute();
            return told(handle, changed, line);
        });
    }

    private static Update bound(Update update, DictionaryEntry entry) {
        return update.bind("kind", entry.kind().word())
                .bind("code", entry.code())
                .bind("polish", entry.polish())
                .bind("english", entry.english())
                .bind("retired", entry.retired() ? 1 : 0);
    }

    private static boolean told(Handle handle, int rows, AuditEntry line) {
        if (rows > 0) {
            AuditRows.insert(handle, line);
        }
        return rows > 0;
    }
}
