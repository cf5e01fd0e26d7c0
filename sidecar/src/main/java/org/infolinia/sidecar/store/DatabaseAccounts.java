package org.infolinia.sidecar.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.hotline.people.Account;
import org.infolinia.hotline.people.Accounts;
import org.infolinia.hotline.people.AuditEntry;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.people.Role;
import org.infolinia.sidecar.database.Database;
import org.jdbi.v3.core.Handle;

/** {@link Accounts} in the table {@code account}. */
public final class DatabaseAccounts implements Accounts {

    private final Supplier<Database> database;

    /** @param database asked each time, since it may be away at first */
    public DatabaseAccounts(Supplier<Database> database) {
        this.database = database;
    }

    @Override
    public Optional<Account> find(LoginName login) {
        return database.get().read(handle -> found(handle, login));
    }

    private static Optional<Account> found(Handle handle, LoginName login) {
        return handle.createQuery("select * from account where login = :login")
                .bind("login", login.value())
                .map((row, context) -> account(row))
                .findOne();
    }

    @Override
    public List<Account> all() {
        return database.get()
                .read(handle -> handle.createQuery("select * from account order by login")
                        .map((row, context) -> account(row))
                        .list());
    }

    @Override
    public boolean add(Account account, AuditEntry entry) {
        return database.get().write(handle -> {
            int added = handle.createUpdate("""
                    insert into account (login, name, role, password_hash, first_password, disabled)
                    values (:login, :name, :role, :hash, :first, :disabled)
                    on conflict (login) do nothing
                    """)
                    .bind("login", account.login().value())
                    .bind("name", account.name())
                    .bind("role", account.role().word())
                    .bind("hash", account.passwordHash())
                    .bind("first", account.firstPassword() ? 1 : 0)
                    .bind("disabled", account.disabled() ? 1 : 0)
                    .execute();
            return AuditRows.ifDone(handle, added, entry);
        });
    }

    @Override
    public boolean password(
            LoginName login, String hash, boolean firstPassword, Optional<String> stays, AuditEntry entry) {
        return database.get().write(handle -> {
            int changed = handle.createUpdate("""
                    update account set password_hash = :hash, first_password = :first where login = :login
                    """)
                    .bind("login", login.value())
                    .bind("hash", hash)
                    .bind("first", firstPassword ? 1 : 0)
                    .execute();
            handle.createUpdate("delete from session where login = :login and session_key <> :stays")
                    .bind("login", login.value())
                    .bind("stays", stays.orElse(""))
                    .execute();
            return AuditRows.ifDone(handle, changed, entry);
        });
    }

    @Override
    public boolean change(Account seen, String name, Role role, boolean disabled, AuditEntry entry) {
        return database.get().write(handle -> {
            int changed = handle.createUpdate("""
                    update account set name = :name, role = :role, disabled = :disabled
                    where login = :login
                      and name = :seenName and role = :seenRole and disabled = :seenDisabled
                    """)
                    .bind("login", seen.login().value())
                    .bind("name", name)
                    .bind("role", role.word())
                    .bind("disabled", disabled ? 1 : 0)
                    .bind("seenName", seen.name())
                    .bind("seenRole", seen.role().word())
                    .bind("seenDisabled", seen.disabled() ? 1 : 0)
                    .execute();
            if (changed > 0 && (seen.role() != role || seen.disabled() != disabled)) {
                handle.createUpdate("delete from session where login = :login")
                        .bind("login", seen.login().value())
                        .execute();
            }
            return AuditRows.ifDone(handle, changed, entry);
        });
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                new LoginName(row.getString("login")),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getString("password_hash"),
                row.getInt("first_password") == 1,
                row.getInt("disabled") == 1);
    }
}
