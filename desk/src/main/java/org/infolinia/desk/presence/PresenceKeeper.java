package org.infolinia.desk.presence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.infolinia.desk.floor.Consultant;
import org.infolinia.desk.floor.Floor;
import org.infolinia.desk.floor.FloorView;
import org.infolinia.desk.floor.Standing;
import org.infolinia.hotline.queue.PresenceRules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks for consultants where the rules do: rest after a call, after one that was missed, while nobody could ring them.
 *
 * <p>Only for those who work in the page, since nobody else sees it, or could say that they are back. What is due follows
 * from what Asterisk shows, so a restart of ours loses nothing but an end of a call, or a missed one, in its seconds.
 * Called by one thread.
 */
public final class PresenceKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(PresenceKeeper.class);

    /** A page that is loaded anew is away for a moment: that is no line in the log. */
    private static final Duration UNREACHABLE_AFTER = Duration.ofSeconds(5);

    /** A page asks at least each half minute. */
    private static final Duration PAGE_GONE_AFTER = Duration.ofSeconds(60);

    private final Floor floor;
    private final QueueControl control;
    private final Supplier<PresenceRules> rules;
    private final OwedOutcome owed;
    private final Clock clock;

    /** When a consultant's page was last heard of. */
    private final Map<String, Instant> pages = new ConcurrentHashMap<>();

    /** The ends of calls, and the missed calls, that have had their effect. */
    private final Map<String, Instant> finished = new ConcurrentHashMap<>();

    private final Map<String, Instant> missed = new ConcurrentHashMap<>();

    /** Of the ends of calls those that after-call work was ordered for. */
    private final Map<String, Instant> rested = new ConcurrentHashMap<>();

    private boolean failing;

    /** @param rules those in force */
    public PresenceKeeper(
            Floor floor, QueueControl control, Supplier<PresenceRules> rules, OwedOutcome owed, Clock clock) {
        this.floor = floor;
        this.control = control;
        this.rules = rules;
        this.owed = owed;
        this.clock = clock;
    }

    /** A consultant's page is open. Called by any thread. */
    public void pageIsOpen(String name) {
        pages.put(name, clock.instant());
    }

    /** Does what is due. To be called at each change of the floor, and each second. */
    public void look() {
        Instant now = clock.instant();
        PresenceRules inForce = rules.get();
        FloorView view = floor.view();
        if (view.silence().isPresent()) {
            return; // What is known may no longer be so, and nobody would answer.
        }
        for (Consultant one : view.team()) {
            Optional<QueueOrder> order = due(one, inForce, now);
            if (order.isPresent()) {
                if (!obey(one, order.get())) {
                    return; // The others would wait as long, for nothing.
                }
            } else if (one.call().isEmpty()) {
                hadItsEffect(one);
            }
        }
    }

    /**
     * Whether they may not go on yet, since they owe an outcome. Whose call gave no after-call work is not kept by rules
     * that came later. Called by any thread.
     */
    public boolean keeps(Consultant one) {
        boolean hadNoRest = !isNew(one.finished(), finished.get(one.name()))
                && !one.finished().equals(Optional.ofNullable(rested.get(one.name())));
        return !hadNoRest && owed.isOwedBy(one);
    }

    private boolean worksInThePage(Consultant one, Instant now) {
        Instant heard = pages.getOrDefault(one.name(), Instant.EPOCH);
        return Device.named(one.device()).filter(Device.BROWSER::equals).isPresent()
                || (!one.device().isEmpty() && heard.plus(PAGE_GONE_AFTER).isAfter(now));
    }

    private Optional<QueueOrder> due(Consultant one, PresenceRules inForce, Instant now) {
        if (!one.paused()) {
            return worksInThePage(one, now)
                    ? pause(one, inForce, now).map(reason -> QueueOrder.pause(one.device(), reason))
                    : Optional.empty();
        }
        // What a rule has begun it ends, whether or not the page is still there.
        boolean over = (one.standing() == Standing.AFTER_CALL
                        && !one.since().plus(inForce.afterCall()).isAfter(now)
                        && !owed.isOwedBy(one))
                || (one.pauseReason().equals(Standing.PAUSED_UNREACHABLE) && one.reachable());
        return over && !one.awaited().isAfter(now) ? Optional.of(QueueOrder.resume(one.device())) : Optional.empty();
    }

    private Optional<String> pause(Consultant one, PresenceRules inForce, Instant now) {
        boolean inCall = one.call().isPresent();
        if (!inCall
                && isNew(one.finished(), finished.get(one.name()))
                && (!inForce.afterCall().isZero() || owed.isOwedBy(one))) {
            return Optional.of(Standing.PAUSED_AFTER_CALL);
        }
        if (!inCall && inForce.missedRests() && isNew(one.missed(), missed.get(one.name()))) {
            return Optional.of(Standing.PAUSED_NOT_ANSWERING);
        }
        boolean isAway = one.standing() == Standing.UNREACHABLE
                && !one.since().plus(UNREACHABLE_AFTER).isAfter(now);
        // A queue might ring the page that is back before the conversation does.
        if (isAway || (!inCall && one.awaited().isAfter(now))) {
            return Optional.of(Standing.PAUSED_UNREACHABLE);
        }
        return Optional.empty();
    }

    private static boolean isNew(Optional<Instant> at, @Nullable Instant handled) {
        return at.filter(time -> handled == null || time.isAfter(handled)).isPresent();
    }

    private void hadItsEffect(Consultant one) {
        if (one.standing() == Standing.AFTER_CALL) {
            // A call that came during after-call work has it too, by no order of its own.
            one.finished().ifPresent(at -> rested.put(one.name(), at));
        }
        one.finished().ifPresent(at -> finished.put(one.name(), at));
        one.missed().ifPresent(at -> missed.put(one.name(), at));
    }

    private boolean obey(Consultant one, QueueOrder order) {
        try {
            control.obey(List.of(order));
            if (order.reason().equals(Standing.PAUSED_AFTER_CALL)) {
                one.finished().ifPresent(at -> rested.put(one.name(), at));
                one.finished().ifPresent(at -> finished.put(one.name(), at));
            } else if (order.reason().equals(Standing.PAUSED_NOT_ANSWERING)) {
                hadItsEffect(one);
            }
            if (failing) {
                LOG.info("Asterisk takes pauses of consultants again");
            }
            failing = false;
            return true;
        } catch (IOException e) {
            // It is tried again in a second; one line tells that it does not work.
            if (!failing) {
                LOG.warn("{} cannot be paused or brought back: {}", one.name(), e.getMessage());
            }
            failing = true;
            return false;
        }
    }
}
