package org.infolinia.desk.presence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.infolinia.desk.floor.Consultant;
import org.infolinia.desk.floor.Floor;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.people.LoginName;
import org.infolinia.hotline.queue.QueuePlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What consultants say of themselves. Saying it twice is harmless.
 *
 * <p>Nothing is kept here: what is said goes to Asterisk, what Asterisk makes of it is on the floor.
 */
public final class Presence {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final Floor floor;
    private final QueueControl control;
    private final Supplier<Hotline> hotline;

    /** @param hotline the one in force, whose queues they sign in to */
    public Presence(Floor floor, QueueControl control, Supplier<Hotline> hotline) {
        this.floor = floor;
        this.control = control;
        this.hotline = hotline;
    }

    /**
     * Takes calls on that telephone, in all queues that are theirs; those of another telephone come to this one.
     *
     * @throws IOException when Asterisk does not do it; in one sentence
     */
    public void signIn(String name, Device device) throws IOException {
        String interfaceName = device.of(name);
        Optional<Consultant> before = known(name);
        List<QueueOrder> orders = new ArrayList<>();
        before.filter(one -> !one.device().equals(interfaceName))
                .ifPresent(one -> one.queues().forEach(queue -> orders.add(QueueOrder.remove(one.device(), queue))));
        List<String> stays = before.filter(one -> one.device().equals(interfaceName))
                .map(Consultant::queues)
                .orElse(List.of());
        Hotline now = hotline.get();
        List<QueuePlace> places = now.placesOf(now.skillsOf(name));
        places.stream()
                .filter(place -> !stays.contains(place.queue().value()))
                .forEach(place -> orders.add(QueueOrder.add(interfaceName, name, place)));
        stays.stream()
                .filter(queue ->
                        places.stream().noneMatch(place -> place.queue().value().equals(queue)))
                .forEach(queue -> orders.add(QueueOrder.remove(interfaceName, queue)));
        if (before.filter(Consultant::paused).isPresent()) {
            orders.add(QueueOrder.resume(interfaceName));
        }
        control.obey(orders);
    }

    /** @throws IOException when Asterisk does not do it; in one sentence */
    public void signOut(String name) throws IOException {
        Optional<Consultant> before = known(name);
        if (before.isPresent()) {
            control.obey(before.get().queues().stream()
                    .map(queue -> QueueOrder.remove(before.get().device(), queue))
                    .toList());
        }
    }

    /**
     * Takes calls again: after a break, after a call, after one that was missed.
     *
     * @throws IOException when Asterisk does not do it; in one sentence
     */
    public void available(String name) throws IOException {
        Optional<Consultant> before = known(name);
        if (before.isPresent()) {
            control.obey(List.of(QueueOrder.resume(before.get().device())));
        }
    }

    /**
     * Rests; a call that rings or is talked goes on.
     *
     * @param reason as the reports name it: letters, digits, dashes
     * @throws IOException when Asterisk does not do it; in one sentence
     */
    public void rest(String name, String reason) throws IOException {
        Optional<Consultant> before = known(name);
        if (before.isPresent()) {
            control.obey(List.of(QueueOrder.pause(before.get().device(), reason)));
        }
    }

    /**
     * The browser is no telephone any more, since whoever had it signed out of the site: nobody is to be offered calls there.
     *
     * @return whether that is so; else it is to be said again
     */
    public boolean pageIsGone(LoginName name) {
        try {
            boolean tookCallsThere = known(name.value())
                    .flatMap(one -> Device.named(one.device()))
                    .filter(Device.BROWSER::equals)
                    .isPresent();
            if (tookCallsThere) {
                signOut(name.value());
            }
            return true;
        } catch (IOException e) {
            LOG.debug("{} has no page any more, and is still in the queues: {}", name, e.getMessage());
            return false;
        }
    }

    /** @throws IOException while nothing is known: what was said would be lost, or done by halves */
    private Optional<Consultant> known(String name) throws IOException {
        Optional<String> silence = floor.view().silence();
        if (silence.isPresent()) {
            throw new IOException(silence.get());
        }
        return signedIn(name);
    }

    private Optional<Consultant> signedIn(String name) {
        return Optional.ofNullable(floor.view().consultants().get(name))
                .filter(one -> !one.queues().isEmpty());
    }
}
