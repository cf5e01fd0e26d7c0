package org.infolinia.desk.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.infolinia.hotline.talk.OngoingTalk;
import org.jspecify.annotations.Nullable;

/**
 * Knows the floor from what Asterisk tells. Its events are told by one thread; asked by several.
 *
 * <p>When Asterisk's whole state is read anew, what it no longer names is gone; what it still names keeps the times that
 * are known here.
 */
public final class Floor {

    private final Clock clock;

    /** Callers by queue, then by their channel; in the order of their places. */
    private final Map<String, Map<String, WaitingCaller>> waiting = new LinkedHashMap<>();

    private final Map<String, Person> people = new TreeMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    private @Nullable String silence = "Asterisk has not been reached yet";
    private long version = 1;

    /** What has been named while everything is read anew. */
    private final Set<String> named = new HashSet<>();

    /** Conversations of before our start, until all has been read. */
    private List<OngoingTalk> remembered = List.of();

    private boolean reading;
    private Instant readSince = Instant.EPOCH;

    public Floor(Clock clock) {
        this.clock = clock;
    }

    /** Is told of each change, by the thread that made it; must return at once. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    public synchronized FloorView view() {
        Map<String, List<WaitingCaller>> queues = new LinkedHashMap<>();
        waiting.forEach((queue, callers) -> queues.put(queue, new ArrayList<>(callers.values())));
        Map<String, Consultant> consultants = new LinkedHashMap<>();
        people.forEach((name, person) -> consultants.put(name, person.view()));
        return new FloorView(version, Optional.ofNullable(silence), queues, consultants);
    }

    /** Conversations of before our start: each counts if Asterisk says that it still goes on. */
    public void remembers(List<OngoingTalk> before) {
        changed(() -> {
            remembered = List.copyOf(before);
            if (silence == null && !reading) {
                takeUp();
            }
        });
    }

    /** The conversations that go on, for whoever starts in the middle of one. */
    public synchronized List<OngoingTalk> talks() {
        return people.values().stream()
                .flatMap(person -> person.ongoing().stream())
                .toList();
    }

    private void takeUp() {
        remembered.forEach(one -> person(one.consultant()).takesUp(one));
        remembered = List.of();
    }

    public void silent(String reason) {
        changed(() -> {
            silence = reason;
            // What ends meanwhile is not heard.
            people.values().forEach(person -> {
                person.outside = null;
                person.awaited = Instant.EPOCH;
                person.isRecordedNoMore(clock.instant());
            });
        });
    }

    /** From now on all that stands is named. */
    public synchronized void readingBegins() {
        reading = true;
        readSince = clock.instant();
        named.clear();
    }

    /** All that stands has been named. */
    public void readingEnds() {
        changed(() -> {
            if (reading) {
                waiting.forEach((queue, callers) ->
                        callers.keySet().removeIf(channel -> !named.contains(caller(queue, channel))));
                waiting.keySet().removeIf(queue -> !named.contains(queue));
                people.values()
                        .forEach(person -> person.memberships
                                .keySet()
                                .removeIf(queue -> !named.contains(member(queue, person.name))));
                people.values().stream()
                        .filter(person -> person.isInNoCall(readSince))
                        .forEach(person -> {
                            person.callEnds();
                            // Of whoever is in no queue nothing was read, and the number that they dial may still ring.
                            if (!person.memberships.isEmpty()) {
                                person.isRecordedNoMore(readSince);
                            }
                        });
                takeUp();
                reading = false;
            }
            silence = null;
        });
    }

    public void queue(String queue) {
        changed(() -> {
            waiting.computeIfAbsent(queue, key -> new LinkedHashMap<>());
            named.add(queue);
        });
    }

    /** A consultant is signed in to a queue, or is so in another way than before. */
    public void member(String queue, String name, Membership membership) {
        changed(() -> {
            Person person = person(name);
            boolean known = !person.memberships.isEmpty();
            person.memberships.put(queue, membership);
            person.settle(clock.instant());
            // Of a call at hand Asterisk does not tell here since when it is.
            if (!known && membership.changed() > 0 && !membership.isTalking() && !membership.isRinging()) {
                person.sinceAtMost(Instant.ofEpochSecond(membership.changed()));
            }
            named.add(member(queue, name));
        });
    }

    public void memberGone(String queue, String name) {
        changed(() -> person(name).memberships.remove(queue));
    }

    public void joins(String queue, WaitingCaller caller) {
        changed(() -> {
            Map<String, WaitingCaller> callers = waiting.computeIfAbsent(queue, key -> new LinkedHashMap<>());
            // Whoever is known keeps the time at which we saw them join.
            callers.putIfAbsent(caller.channelId(), caller);
            named.add(queue);
            named.add(caller(queue, caller.channelId()));
        });
    }

    /** Whatever the reason; whoever rang for them rings no more. */
    public void leaves(String queue, String channelId) {
        changed(() -> {
            Optional.ofNullable(waiting.get(queue)).ifPresent(callers -> callers.remove(channelId));
            people.values().forEach(person -> ringsNoMore(person, channelId));
        });
    }

    public void rings(String queue, String name, WaitingCaller caller) {
        changed(() -> {
            Person person = person(name);
            WaitingCaller known = Optional.ofNullable(waiting.get(queue))
                    .map(callers -> callers.get(caller.channelId()))
                    .orElse(caller);
            Instant now = clock.instant();
            person.rings(
                    new CallAtHand(known.withDigitsOf(caller), queue, Duration.between(known.since(), now), now), null);
        });
    }

    /**
     * It rings for somebody whom no queue offers: they were transferred, or are back.
     *
     * @param queue     they were in before; empty for none
     * @param telephone that rings, as Asterisk calls it
     */
    public void ringsOutside(String queue, String name, String telephone, WaitingCaller caller) {
        changed(() -> person(name).rings(new CallAtHand(caller, queue, Duration.ZERO, clock.instant()), telephone));
    }

    /** @param waited as Asterisk counts it */
    public void answers(String queue, String name, WaitingCaller caller, Duration waited) {
        changed(() -> {
            Person person = person(name);
            WaitingCaller known = Optional.ofNullable(person.call)
                    .map(CallAtHand::caller)
                    .filter(one -> one.channelId().equals(caller.channelId()))
                    .orElse(caller);
            people.values().forEach(other -> ringsNoMore(other, caller.channelId()));
            person.answers(new CallAtHand(known.withDigitsOf(caller), queue, waited, clock.instant()));
            Optional.ofNullable(waiting.get(queue)).ifPresent(callers -> callers.remove(caller.channelId()));
        });
    }

    /**
     * Somebody whom a consultant has dialled answers. Whoever they talk to already, and ask them about, stays at hand; so
     * does, in after-call work, the call before: it is that which they still have to write of.
     *
     * @param telephone of the consultant, as Asterisk calls it
     */
    public void dialled(String name, String telephone, WaitingCaller other) {
        changed(() -> {
            Person person = person(name);
            person.awaited = Instant.EPOCH;
            if (!person.isInAfterCallWork() && !(person.call != null && person.answered)) {
                CallAtHand call = new CallAtHand(other, "", Duration.ZERO, clock.instant());
                person.rings(call, telephone);
                person.answers(call);
                person.dialled = true;
            }
        });
    }

    /**
     * Their page was lost in a conversation, and somebody waits for it.
     *
     * @param until at most; past when they wait no more
     */
    public void isAwaited(String name, Instant until) {
        changed(() -> person(name).awaited = until);
    }

    /** What rings for that channel, by no queue's offer, is answered. */
    public void talks(String name, String channelId) {
        changed(() -> {
            Person person = person(name);
            person.awaited = Instant.EPOCH;
            CallAtHand call = person.call;
            if (call != null && call.caller().channelId().equals(channelId)) {
                person.answers(new CallAtHand(call.caller(), call.queue(), call.waited(), clock.instant()));
            }
        });
    }

    /** What rang for that channel, or was talked with it, by no queue's offer, is over. */
    public void ends(String name, String channelId) {
        changed(() -> {
            Person person = person(name);
            if (person.call != null && person.call.caller().channelId().equals(channelId)) {
                if (person.answered && !person.dialled) {
                    person.finished = clock.instant();
                }
                person.callEnds();
            }
        });
    }

    /**
     * A consultant's conversation is recorded, or no more, of whatever queue or none.
     *
     * @param leg     unique id of their channel
     * @param resumes when a paused one goes on by itself
     */
    public void records(String name, String leg, RecordingState state, Optional<Instant> resumes) {
        changed(() -> person(name).isRecorded(leg, state, resumes, clock.instant()));
    }

    /** A conversation that a queue gave is over. */
    public void completes(String name) {
        changed(() -> {
            Person person = person(name);
            person.callEnds();
            person.finished = clock.instant();
        });
    }

    public void misses(String name) {
        changed(() -> {
            Person person = person(name);
            if (!person.answered) {
                person.callEnds();
            }
            person.missed = clock.instant();
        });
    }

    /** What pages tell beside the floor is another, as the outcome that somebody is waited for. */
    public void otherNews() {
        changed(() -> {});
    }

    private static void ringsNoMore(Person person, String channelId) {
        if (person.call != null
                && !person.answered
                && person.call.caller().channelId().equals(channelId)) {
            person.callEnds();
        }
    }

    private Person person(String name) {
        return people.computeIfAbsent(name, key -> new Person(key, clock.instant()));
    }

    private void changed(Runnable change) {
        synchronized (this) {
            change.run();
            Instant now = clock.instant();
            people.values().forEach(person -> person.settle(now));
            version++;
        }
        watchers.forEach(Runnable::run);
    }

    private static String caller(String queue, String channelId) {
        return queue + "\n" + channelId;
    }

    private static String member(String queue, String name) {
        return queue + "\n\n" + name;
    }
}
