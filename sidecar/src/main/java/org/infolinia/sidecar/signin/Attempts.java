package org.infolinia.sidecar.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.infolinia.hotline.people.FailedSignIns;
import org.infolinia.hotline.people.FailedSignIns.Attempt;
import org.infolinia.hotline.people.FailedSignIns.Counted;
import org.infolinia.hotline.people.FailedSignIns.Since;

/** Has secrets guessed at no more often than the pauses allow. */
final class Attempts {

    private final FailedSignIns failed;
    private final Clock clock;

    Attempts(FailedSignIns failed, Clock clock) {
        this.failed = failed;
        this.clock = clock;
    }

    /**
     * What came of one.
     *
     * @param right whether the secret was
     * @param looked whether it was looked at; not within a pause
     * @param pause how long the next one will not be looked at
     */
    record Checked(boolean right, boolean looked, Duration pause) {}

    /** Enters a failure, looks at the secret, takes the failure back when it is right or could not be looked at. */
    Checked check(Attempt attempt, BooleanSupplier secret) {
        Instant now = clock.instant();
        Duration pause = pause(attempt, now);
        // Within a pause nothing is written: being refused costs us less than asking costs them.
        Optional<String> entered = pause.isZero()
                ? failed.enter(
                        attempt, now, since(now), counted -> pause(counted, now).isZero())
                : Optional.empty();
        if (entered.isEmpty()) {
            return new Checked(false, false, pause(attempt, now));
        }
        boolean failure = false;
        try {
            failure = !secret.getAsBoolean();
        } finally {
            if (!failure) {
                failed.takeBack(entered.get());
            }
        }
        return new Checked(!failure, true, failure ? pause(attempt, now) : Duration.ZERO);
    }

    /** Begins the count of the name anew. */
    void succeeded(Attempt attempt) {
        failed.succeeded(attempt);
    }

    /** Forgets those that count no more. */
    void forget() {
        failed.forget(clock.instant().minus(PauseRule.OF_NAME.looks()));
    }

    private Duration pause(Attempt attempt, Instant now) {
        return pause(failed.of(attempt, since(now)), now);
    }

    private static Duration pause(Counted counted, Instant now) {
        Duration ofName = PauseRule.OF_NAME.left(counted.ofName(), now);
        Duration ofAddress = PauseRule.OF_ADDRESS.left(counted.ofAddress(), now);
        return ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
    }

    private static Since since(Instant now) {
        return new Since(now.minus(PauseRule.OF_NAME.looks()), now.minus(PauseRule.OF_ADDRESS.looks()));
    }
}
