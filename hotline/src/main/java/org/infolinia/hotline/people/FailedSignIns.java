package org.infolinia.hotline.people;

import java.time.Instant;
import java.util.Optional;

/** How often signing in failed lately, by account and by address. */
public interface FailedSignIns {

    /**
     * What failed.
     *
     * @param count since the last success, or since they were forgotten
     * @param last  when it last did
     */
    record Failures(int count, Instant last) {}

    /** @param subject such as {@code account anna} or {@code address 10.0.0.7} */
    Optional<Failures> of(String subject);

    /** Counts one more. */
    void add(String subject, Instant now);

    void clear(String subject);

    /** Forgets those whose last failure was before. */
    void forget(Instant before);
}
