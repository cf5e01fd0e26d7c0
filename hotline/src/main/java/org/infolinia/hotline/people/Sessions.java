package org.infolinia.hotline.people;

import java.time.Instant;
import java.util.Optional;

/** Who is signed in, from which browser. A session is known by the hash of its token alone. */
public interface Sessions {

    /**
     * One that goes on.
     *
     * @param key      hash of the token, hexadecimal
     * @param account  whose, as it is now
     * @param began    when they signed in
     * @param lastSeen when the last request came, to the minute
     */
    record Session(String key, Account account, Instant began, Instant lastSeen) {}

    void begin(String key, LoginName login, Instant now);

    /** The session, unless it ended or its account was disabled. */
    Optional<Session> find(String key);

    /** Notes that a request came. */
    void seen(String key, Instant now);

    void end(String key);

    /** Forgets those that began before one moment, or were last seen before another. */
    void forget(Instant beganBefore, Instant seenBefore);
}
