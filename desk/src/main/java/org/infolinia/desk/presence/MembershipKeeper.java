package org.infolinia.desk.presence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infolinia.desk.floor.Consultant;
import org.infolinia.desk.floor.Floor;
import org.infolinia.desk.floor.FloorView;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.queue.QueuePlace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings whoever is signed in into the queues that another hotline.xml gives them, once it is in force.
 *
 * <p>Asked once of each hotline, also of the one that is in force when we start; in between, whoever signs in or out does
 * so undisturbed. A call in progress goes on, and a break stays one, in the new queues too. Whoever is in none of the
 * hotline's queues, or whose name no consultant could have, is nobody of ours; a queue that is no longer in hotline.xml is left alone, since callers may still wait
 * there. Called by one thread.
 */
public final class MembershipKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(MembershipKeeper.class);

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    private final Floor floor;
    private final QueueControl control;
    private final Supplier<Hotline> hotline;
    private final Clock clock;

    private @Nullable Hotline followed;
    private Instant notBefore = Instant.EPOCH;
    private String failure = "";

    /** @param hotline the one in force */
    public MembershipKeeper(Floor floor, QueueControl control, Supplier<Hotline> hotline, Clock clock) {
        this.floor = floor;
        this.control = control;
        this.hotline = hotline;
        this.clock = clock;
    }

    /** Does what is due. To be called each second. */
    public void look() {
        Hotline now = hotline.get();
        FloorView view = floor.view();
        if (now == followed || view.silence().isPresent() || clock.instant().isBefore(notBefore)) {
            return;
        }
        List<QueueOrder> orders = view.consultants().values().stream()
                .flatMap(one -> orders(one, now))
                .toList();
        try {
            if (!orders.isEmpty()) {
                control.obey(orders);
                LOG.info("another hotline.xml: {} places of consultants in queues changed", orders.size());
            }
            followed = now;
            failure = "";
        } catch (IOException e) {
            // It is tried again in a moment; one line tells that it does not work.
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(failure)) {
                LOG.warn("consultants are not in the queues that hotline.xml gives them: {}; trying again", reason);
            }
            failure = reason;
            notBefore = clock.instant().plus(AGAIN_AFTER);
        }
    }

    /** First where they come to, then where they leave: nobody is signed out in between. */
    private Stream<QueueOrder> orders(Consultant one, Hotline now) {
        Set<String> ours = names(now);
        // A queue that has got another name leaves nobody behind.
        Set<String> before = followed == null ? Set.of() : names(followed);
        if (!LoginName.isOne(one.name())
                || one.queues().stream().noneMatch(queue -> ours.contains(queue) || before.contains(queue))) {
            return Stream.empty();
        }
        List<QueuePlace> places = now.placesOf(now.skillsOf(one.name()));
        Set<String> theirs = places.stream().map(place -> place.queue().value()).collect(Collectors.toSet());
        Stream<QueueOrder> come = places.stream()
                .filter(place -> !one.queues().contains(place.queue().value()))
                .map(place -> one.paused()
                        ? QueueOrder.addPaused(one.device(), one.name(), place, one.pauseReason())
                        : QueueOrder.add(one.device(), one.name(), place));
        Stream<QueueOrder> stay = places.stream()
                .filter(place -> one.queues().contains(place.queue().value()))
                .filter(place ->
                        one.penalties().getOrDefault(place.queue().value(), place.penalty()) != place.penalty())
                .map(place -> QueueOrder.penalty(one.device(), place));
        Stream<QueueOrder> leave = one.queues().stream()
                .filter(queue -> ours.contains(queue) && !theirs.contains(queue))
                .map(queue -> QueueOrder.remove(one.device(), queue));
        return Stream.of(come, stay, leave).flatMap(orders -> orders);
    }

    private static Set<String> names(Hotline hotline) {
        return hotline.queues().stream().map(queue -> queue.name().value()).collect(Collectors.toSet());
    }
}
