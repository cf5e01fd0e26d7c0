package org.infolinia.sidecar.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Sessions;
import org.infolinia.sidecar.database.Database;

/** {@link Sessions} in the table {@code session}. */
public final class DatabaseSessions implements Sessions {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseSessions(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public void begin(String key, LoginName login, boolean awaitsCode, Instant now) {
        database.get()
                .write(handle -> handle.createUpdate("""
                        insert into session (session_key, login, began, last_seen, awaits_code)
                        values (:key, :login, :now, :now, :awaits)
                        """)
                        .bind("key", key)
                        .bind("login", login.value())
                        .bind("awaits", awaitsCode ? 1 : 0)
                        .bind("now", now.getEpochSecond())
                        .execute());
    }

    @Override
    public Optional<Session> find(String key) {
        return findAll(Set.of(key)).stream().findFirst();
    }

    @Override
    public List<Session> findAll(Set<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return database.get()
                .read(handle -> handle.createQuery("""
                        select s.session_key, s.began, s.last_seen, s.awaits_code, f.login as factor, a.*
                        from session s
                          join account a on a.login = s.login
                          left join second_factor f on f.login = s.login
                        where s.session_key in (<keys>) and a.disabled = 0
                        """)
                        .bindList("keys", List.copyOf(keys))
                        .map((row, context) -> new Session(
                                row.getString("session_key"),
                                DatabaseAccounts.account(row),
                                Instant.ofEpochSecond(row.getLong("began")),
                                Instant.ofEpochSecond(row.getLong("last_seen")),
                                row.getInt("awaits_code") == 1,
                                row.getString("factor") != null))
                        .list());
    }

    @Override
    public void seen(String key, Instant now) {
        database.get()
                .write(handle -> handle.createUpdate("update session set last_seen = :now where session_key = :key")
                        .bind("now", now.getEpochSecond())
                        .bind("key", key)
                        .execute());
    }

    @Override
    public void end(String key) {
        database.get()
                .write(handle -> handle.createUpdate("delete from session where session_key = :key")
                        .bind("key", key)
                        .execute());
    }

    @Override
    public void endAll(LoginName login, AuditEntry entry) {
        database.get().write(handle -> {
            handle.createUpdate("delete from session where login = :login")
                    .bind("login", login.value())
                    .execute();
            AuditRows.insert(handle, entry);
            return entry;
        });
    }

    @Override
    public void forget(Instant beganBefore, Instant seenBefore) {
        database.get()
                .write(handle -> handle.createUpdate("delete from session where began < :began or last_seen < :seen")
                        .bind("began", beganBefore.getEpochSecond())
                        .bind("seen", seenBefore.getEpochSecond())
                        .execute());
    }
}
