package org.infolinia.hotline.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The second factors of those who have one: a secret shared with their telephone, and codes for the day they lose it. A
 * change is kept together with its line in the audit log, or neither is.
 */
public interface SecondFactors {

    /** The secret, Base32; empty for an account without a second factor. */
    Optional<String> secret(LoginName login);

    /** Who has one. */
    Set<LoginName> all();

    /**
     * Sets one up, in place of any before it, and ends all sessions of the account but the one that asked.
     *
     * @param step     of the code that confirmed it, which counts as used
     * @param recovery hashes of the recovery codes
     * @param stays    the session that goes on, by its key
     */
    void set(LoginName login, String secret, long step, List<String> recovery, String stays, AuditEntry entry);

    /**
     * Uses the code of one step.
     *
     * @param step half minutes since 1970
     * @return false when that step's code, or a later one, was used before
     */
    boolean use(LoginName login, long step);

    /**
     * Uses a recovery code up.
     *
     * @param hash of the code
     * @return false when there is none such, or it was used before
     */
    boolean useRecovery(LoginName login, String hash, AuditEntry entry);

    /** How many recovery codes are left. */
    int recoveryLeft(LoginName login);

    /** Takes it away; false when there was none. */
    boolean remove(LoginName login, AuditEntry entry);
}
