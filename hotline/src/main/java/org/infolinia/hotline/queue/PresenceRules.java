package org.infolinia.hotline.queue;

import java.time.Duration;

/**
 * What becomes of consultants by itself.
 *
 * @param afterCall   rest after a call from a queue, whole seconds; zero for none
 * @param missedRests whether somebody who did not answer an offered call is offered no further one until they say that
 *                    they are back
 * @param outcomeRequired whether after-call work goes on until the case of the call has an outcome
 */
public record PresenceRules(Duration afterCall, boolean missedRests, boolean outcomeRequired) {

    public static final PresenceRules DEFAULT = new PresenceRules(Duration.ofSeconds(20), true, false);

    /** @throws IllegalArgumentException when the rest is negative */
    public PresenceRules {
        if (afterCall.isNegative()) {
            throw new IllegalArgumentException("a rest of " + afterCall + " after a call");
        }
    }
}
