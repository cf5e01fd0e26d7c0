package org.infolinia.sidecar.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.SecondFactors;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;

/** {@link SecondFactors} in the tables {@code second_factor} and {@code recovery_code}. */
public final class DatabaseSecondFactors implements SecondFactors {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseSecondFactors(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public Optional<String> secret(LoginName login) {
        return database.get()
                .read(handle -> handle.createQuery("select secret from second_factor where login = :login")
                        .bind("login", login.value())
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public Set<LoginName> all() {
        return database.get()
                .read(handle -> handle.createQuery("select login from second_factor")
                        .mapTo(String.class)
                        .map(LoginName::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void set(LoginName login, String secret, long step, List<String> recovery, String stays, AuditEntry entry) {
        database.get().write(handle -> {
            delete(handle, login);
            handle.createUpdate("insert into second_factor (login, secret, last_step) values (:login, :secret, :step)")
                    .bind("login", login.value())
                    .bind("secret", secret)
                    .bind("step", step)
                    .execute();
            for (String hash : recovery) {
                handle.createUpdate("insert into recovery_code (login, code_hash) values (:login, :hash)")
                        .bind("login", login.value())
                        .bind("hash", hash)
                        .execute();
            }
            handle.createUpdate("delete from session where login = :login and session_key <> :stays")
                    .bind("login", login.value())
                    .bind("stays", stays)
                    .execute();
            AuditRows.insert(handle, entry);
            return entry;
        });
    }

    @Override
    public boolean use(LoginName login, long step) {
        return database.get()
                        .write(handle -> handle.createUpdate("""
                        update second_factor set last_step = :step where login = :login and last_step < :step
                        """)
                                .bind("login", login.value())
                                .bind("step", step)
                                .execute())
                > 0;
    }

    @Override
    public boolean useRecovery(LoginName login, String hash, AuditEntry entry) {
        return database.get().write(handle -> {
            int used = handle.createUpdate("delete from recovery_code where login = :login and code_hash = :hash")
                    .bind("login", login.value())
                    .bind("hash", hash)
                    .execute();
            return AuditRows.ifDone(handle, used, entry);
        });
    }

    @Override
    public int recoveryLeft(LoginName login) {
        return database.get()
                .read(handle -> handle.createQuery("select count(*) from recovery_code where login = :login")
                        .bind("login", login.value())
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public boolean remove(LoginName login, AuditEntry entry) {
        return database.get().write(handle -> AuditRows.ifDone(handle, delete(handle, login), entry));
    }

    private static int delete(Handle handle, LoginName login) {
        handle.createUpdate("delete from recovery_code where login = :login")
                .bind("login", login.value())
                .execute();
        return handle.createUpdate("delete from second_factor where login = :login")
                .bind("login", login.value())
                .execute();
    }
}
