package org.infolinia.hotline.people;

import java.util.List;
import java.util.Optional;

/** The accounts of all who may sign in. A change is kept together with its line in the audit log, or neither is. */
public interface Accounts {

    Optional<Account> find(LoginName login);

    /** All, by sign-in name. */
    List<Account> all();

    /** Adds one; false when the name is taken, a disabled account's included. */
    boolean add(Account account, AuditEntry entry);

    /**
     * Gives another password, and ends all sessions of the account but the one that asked.
     *
     * @param firstPassword whether somebody else chose it
     * @param stays         the session that goes on, by its key; empty when none does
     * @return false when there is no such account
     */
    boolean password(LoginName login, String hash, boolean firstPassword, Optional<String> stays, AuditEntry entry);

    /**
     * Keeps name, role, and whether the account is disabled; ends its sessions when role or that changed.
     *
     * @param seen the account as whoever changes it saw it
     * @return false when its name, role, or whether it is disabled is no longer as seen: nothing is changed then
     */
    boolean change(Account seen, String name, Role role, boolean disabled, AuditEntry entry);
}
