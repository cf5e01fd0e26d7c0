package org.infolinia.launcher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.infolinia.hotline.cases.CaseContact;
import org.infolinia.hotline.cases.CaseField;
import org.infolinia.hotline.cases.Cases;
import org.infolinia.sidecar.database.DatabaseBusy;
import org.infolinia.sidecar.database.DatabaseUnavailable;

/**
 * Whether the case of a call has an outcome. With the database away nobody is kept from their callers for it: the answer is
 * yes, for a while without asking again, since those who ask have more to do than to wait for it.
 */
final class KnownOutcomes implements Predicate<String> {

    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    private final Cases cases;
    private final Clock clock;
    private volatile Instant askedAgain = Instant.EPOCH;

    KnownOutcomes(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public boolean test(String linkedId) {
        if (clock.instant().isBefore(askedAgain)) {
            return true;
        }
        try {
            return cases.ofContact(CaseContact.Key.call(linkedId))
                    .filter(one -> !one.get(CaseField.OUTCOME).isEmpty())
                    .isPresent();
        } catch (DatabaseUnavailable | DatabaseBusy away) {
            askedAgain = clock.instant().plus(LEFT_ALONE);
            return true;
        }
    }
}
