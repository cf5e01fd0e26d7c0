package org.infolinia.hotline.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is signed in, from which browser. A session is known by the hash of its token alone. */
public interface Sessions {

    /**
     * One that goes on.
     *
     * @param key          hash of the token, hexadecimal
     * @param account      whose, as it is now
     * @param began        when they signed in
     * @param lastSeen     when the last request came, to the minute
     * @param awaitsCode   whether the password was right, while the second factor is still asked for
     * @param secondFactor whether the account has a second factor now
     */
    record Session(
            String key, Account account, Instant began, Instant lastSeen, boolean awaitsCode, boolean secondFactor) {}

    /** @param awaitsCode whether the second factor is still asked for */
    void begin(String key, LoginName login, boolean awaitsCode, Instant now);

    /** The session, unless it ended or its account was disabled. */
    Optional<Session> find(String key);

    /** Those of the given ones that {@link #find} would find. */
    List<Session> findAll(Set<String> keys);

    /** Notes that a request came. */
    void seen(String key, Instant now);

    void end(String key);

    /** Ends all of one account. */
    void endAll(LoginName login, AuditEntry entry);

    /** Forgets those that began before one moment, or were last seen before another. */
    void forget(Instant beganBefore, Instant seenBefore);
}
