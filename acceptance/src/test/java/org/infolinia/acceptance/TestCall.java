package org.infolinia.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.infolinia.launcher.phone.Caller;
import org.infolinia.launcher.phone.PhoneFault;

/** One caller's call and what Asterisk says of it. */
final class TestCall implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger(600_000_000);

    private static final int LONGEST_STORY = 60;

    final String number;
    final String linkedId;
    private final AsteriskEvents events;
    private final Caller caller;
    private final Deque<String> story = new ArrayDeque<>();
    private final Set<String> talksTo = new HashSet<>();
    private boolean over;

    private TestCall(Instance instance, String number, Instant at, String dialled) {
        this.number = number;
        events = instance.events();
        caller = new Caller(instance.sip(), number, dialled, Optional.of(at));
        linkedId = events.await(
                        "a new channel for " + number,
                        Instance.patience(),
                        event -> "Newchannel".equals(event.get("Event")) && number.equals(event.get("CallerIDNum")))
                .getOrDefault("Linkedid", "");
    }

    /** Dials in opening hours. */
    static TestCall dial(Instance instance) {
        return dial(instance, Instance.OPEN);
    }

    static TestCall dial(Instance instance, Instant at) {
        return dial(instance, at, "221000100");
    }

    static TestCall dial(Instance instance, Instant at, String dialled) {
        return new TestCall(instance, Integer.toString(NUMBERS.incrementAndGet()), at, dialled);
    }

    /** Dials in opening hours, with a number that matters. */
    static TestCall dialFrom(Instance instance, String number) {
        return new TestCall(instance, number, Instance.OPEN, "221000100");
    }

    /** Waits until the caller is at this node of the tree. */
    TestCall reaches(String node) {
        await(
                "node " + node,
                event -> "INFOLINIA_NODE".equals(event.get("Variable")) && node.equals(event.get("Value")));
        return this;
    }

    /** Waits until something is kept with the call. */
    String notes(String variable) {
        return await(variable, event -> variable.equals(event.get("Variable"))).getOrDefault("Value", "");
    }

    /** Presses keys as a person would: a moment after the menu has begun to speak. */
    TestCall presses(String keys) {
        return pressesAfter(Duration.ofMillis(700), keys);
    }

    TestCall pressesAfter(Duration listening, String keys) {
        CompletableFuture.runAsync(
                        () -> caller.press(keys),
                        CompletableFuture.delayedExecutor(listening.toMillis(), TimeUnit.MILLISECONDS))
                .join();
        return this;
    }

    /** Waits until the caller is in a queue. */
    String joinsQueue() {
        return await("joining a queue", event -> "QueueCallerJoin".equals(event.get("Event")))
                .getOrDefault("Queue", "");
    }

    /** Waits until a consultant has answered. */
    String isConnected() {
        return await("being connected", event -> "AgentConnect".equals(event.get("Event")))
                .getOrDefault("MemberName", "");
    }

    /** Does something a while later, as people do. */
    void afterwards(Duration time, Runnable what) {
        CompletableFuture.runAsync(what, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    /** Waits until the consultant's recording is paused. */
    void pauses() {
        await("a pause", event -> "INFOLINIA_PAUSED_SINCE".equals(event.get("Variable")));
    }

    /** Waits until the consultant's recording goes on. */
    void resumes() {
        await(
                "the end of a pause",
                event -> "INFOLINIA_PAUSED_UNTIL".equals(event.get("Variable")) && "0".equals(event.get("Value")));
    }

    /** Waits until the caller is asked whether to be called back on a number. */
    TestCall isAskedForANumber() {
        return isTold("callback-number");
    }

    /** Waits until our program has that announcement, or what begins with it, said: keys are heard from then on. */
    TestCall isTold(String announcement) {
        await(
                announcement,
                event -> "AGIExecStart".equals(event.get("Event"))
                        && event.getOrDefault("Command", "").contains("infolinia/" + announcement));
        return this;
    }

    /** Listens for a while. */
    TestCall staysFor(Duration time) {
        return pressesAfter(time, "");
    }

    void hangsUp() {
        caller.hangUp();
    }

    /** Waits until the call is over for Asterisk, its queues included, and for the caller's telephone. */
    TestCall ends() {
        // The queue tells of the end of a talk before or after that of the call.
        if (!over || !talksTo.isEmpty()) {
            awaitAny("the end", event -> over && talksTo.isEmpty());
        }
        caller.ended().orTimeout(60, TimeUnit.SECONDS).join();
        return this;
    }

    /** Asks for no more events: those of thousands of other calls would have to be read to the end. */
    TestCall isWatchedNoMore() {
        events.close();
        return this;
    }

    /** Waits until the call is over for the caller's telephone. */
    void isOver() {
        caller.ended().orTimeout(60, TimeUnit.SECONDS).join();
    }

    byte[] heard() {
        return caller.heard();
    }

    Map<String, String> await(String what, Predicate<Map<String, String>> fits) {
        return awaitAny(what, event -> linkedId.equals(event.get("Linkedid")) && fits.test(event));
    }

    /** The same, of events of other calls as well. */
    private Map<String, String> awaitAny(String what, Predicate<Map<String, String>> fits) {
        try {
            return events.await(what + " of " + linkedId, Instance.patience(), event -> {
                boolean mine = linkedId.equals(event.get("Linkedid"));
                if (mine) {
                    remember(event);
                }
                follow(event, mine);
                return fits.test(event);
            });
        } catch (PhoneFault e) {
            throw new AssertionError(e.getMessage() + "; what was heard of it: " + story(), e);
        }
    }

    private void follow(Map<String, String> event, boolean mine) {
        String consultant = event.getOrDefault("MemberName", "");
        switch (event.getOrDefault("Event", "")) {
            case "AgentConnect" -> {
                if (mine) {
                    talksTo.add(consultant);
                }
            }
            case "AgentComplete" -> {
                // It names no call where the channels are gone already.
                if (mine || !event.containsKey("Linkedid")) {
                    talksTo.remove(consultant);
                }
            }
            case "Hangup" -> over |= linkedId.equals(event.get("Uniqueid"));
            default -> {
                // Of no talk's beginning or end.
            }
        }
    }

    /** The way so far: nodes, keys as Asterisk heard them, queues. For whoever reads why a test failed. */
    String story() {
        return String.join(", ", story);
    }

    private void remember(Map<String, String> event) {
        Stream.of("Value", "Digit", "Queue", "MemberName")
                .map(event::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(detail -> story.add(event.get("Timestamp") + " " + event.get("Event") + " "
                        + event.getOrDefault("Variable", "") + " " + detail));
        if (story.size() > LONGEST_STORY) {
            story.removeFirst();
        }
    }

    @Override
    public void close() {
        caller.close();
        events.close();
    }
}
