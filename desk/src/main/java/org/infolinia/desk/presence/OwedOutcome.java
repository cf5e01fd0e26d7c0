package org.infolinia.desk.presence;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.infolinia.desk.floor.CallAtHand;
import org.infolinia.desk.floor.Consultant;
import org.infolinia.hotline.queue.PresenceRules;

/**
 * Whether the outcome of the call that a consultant has had last is still owed: until then after-call work does not end,
 * where the rules say so. What was owed before our restart is not.
 */
public final class OwedOutcome {

    private final Supplier<PresenceRules> rules;
    private final Predicate<String> hasOutcome;

    /**
     * @param rules      those in force
     * @param hasOutcome whether the case of a call has one, by the call's linked id; also when that cannot be known, since
     *                   callers wait for whoever is kept in after-call work
     */
    public OwedOutcome(Supplier<PresenceRules> rules, Predicate<String> hasOutcome) {
        this.rules = rules;
        this.hasOutcome = hasOutcome;
    }

    public boolean isOwedBy(Consultant one) {
        return rules.get().outcomeRequired()
                && one.over()
                        // Whom they have dialled themselves has no queue, and gave no after-call work.
                        .filter(call -> !call.queue().isEmpty())
                        .map(CallAtHand::caller)
                        .filter(caller -> !hasOutcome.test(caller.linkedId()))
                        .isPresent();
    }
}
