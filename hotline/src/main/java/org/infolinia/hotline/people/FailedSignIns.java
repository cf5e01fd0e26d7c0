package org.infolinia.hotline.people;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** How often signing in failed lately, by name and by address. */
public interface FailedSignIns {

    /**
     * Who tries.
     *
     * @param name    sign-in name, or what stands for a name that nobody has
     * @param address where the browser is
     */
    record Attempt(String name, String address) {}

    /**
     * Since when failures count.
     *
     * @param ofName    those of the name
     * @param ofAddress those of the address
     */
    record Since(Instant ofName, Instant ofAddress) {}

    /**
     * What failed.
     *
     * @param count those that count
     * @param last  when it last did; {@link Instant#EPOCH} when it did not
     */
    record Failures(int count, Instant last) {}

    /** Of a name, and of an address whatever names it tried. */
    record Counted(Failures ofName, Failures ofAddress) {}

    Counted of(Attempt attempt, Since since);

    /**
     * Enters an attempt as a failure, before it is looked at. Nobody enters another between the counting and the
     * entering, so that many at the same moment count as many.
     *
     * @param permitted whether what failed before permits one more
     * @return its key; empty when it was not permitted
     */
    Optional<String> enter(Attempt attempt, Instant now, Since since, Predicate<Counted> permitted);

    /** Forgets one that turned out to be none. */
    void takeBack(String key);

    /**
     * Begins the count of a name anew after a success. Its failures from the same address are that person's, hence no
     * longer the address's either; those from elsewhere go on counting for their addresses.
     */
    void succeeded(Attempt attempt);

    /** Forgets those before. */
    void forget(Instant before);
}
