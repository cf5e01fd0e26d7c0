package org.infolinia.launcher;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.infolinia.launcher.phone.PhoneFault;
import org.jspecify.annotations.Nullable;

/** Tells one call from Asterisk's events as it goes on, pressing the caller's keys at the menus. */
final class CallStory {

    /** After the menu's name is known, its prompt needs a moment to start; a key before that is lost. */
    private static final Duration HESITATION = Duration.ofMillis(700);

    private final Hotline hotline;
    private final AsteriskEvents events;
    private final Handset caller;
    private final String number;
    private final Later later;
    private final Consumer<String> tell;
    private volatile boolean over;
    private String keysLeft;
    private String channel = "";
    private String linkedId = "";
    private String hungUpBy = "";
    private boolean hungUp;
    private String talksTo = "";
    private boolean closed;

    /** What a caller does with their telephone. */
    interface Handset {
        void press(String key);

        void hangUp();
    }

    /** Runs a task after a time, on a thread of its own. */
    interface Later {
        void run(Duration after, Runnable task);
    }

    /**
     * @param number the caller's own, by which the call is known among others
     * @param keys   one for each menu
     * @param tell   takes each line as it happens, from more than one thread
     */
    CallStory(
            Hotline hotline,
            AsteriskEvents events,
            Handset caller,
            String number,
            String keys,
            Later later,
            Consumer<String> tell) {
        this.hotline = hotline;
        this.events = events;
        this.caller = caller;
        this.number = number;
        this.keysLeft = keys;
        this.later = later;
        this.tell = tell;
    }

    /**
     * Listens until the call is over.
     *
     * @param patience after which the caller hangs up
     * @return the call's linked id; empty when it never came to be
     * @throws PhoneFault when Asterisk goes away meanwhile, or never says how the call ended
     */
    Optional<String> tell(Duration patience) {
        later.run(patience, () -> {
            if (!over) {
                tell.accept("the caller's patience is at its end: hangs up");
                caller.hangUp();
            }
        });
        try {
            events.await("the call's beginning", Duration.ofSeconds(10), this::isOurs);
        } catch (PhoneFault e) {
            over = true;
            tell.accept("Asterisk took no notice of the call: " + e.getMessage());
            return Optional.empty();
        }
        try {
            events.await("the call's end", patience.plusSeconds(60), this::isTheEnd);
        } finally {
            over = true;
        }
        return Optional.of(linkedId);
    }

    private boolean isOurs(Map<String, String> event) {
        if (!"Newchannel".equals(event.get("Event")) || !number.equals(event.get("CallerIDNum"))) {
            return false;
        }
        channel = event.getOrDefault("Channel", "");
        linkedId = event.getOrDefault("Linkedid", "");
        tell.accept("ringing at the hotline");
        return true;
    }

    private boolean isTheEnd(Map<String, String> event) {
        if (!isOfThisCall(event)) {
            return false;
        }
        boolean callersChannel = channel.equals(event.get("Channel"));
        switch (event.getOrDefault("Event", "")) {
            case "Newstate" -> {
                if (callersChannel && "Up".equals(event.get("ChannelStateDesc"))) {
                    tell.accept("answered by the hotline");
                }
            }
            case "VarSet" -> {
                if (callersChannel) {
                    variable(event.getOrDefault("Variable", ""), event.getOrDefault("Value", ""));
                }
            }
            case "QueueCallerJoin" ->
                tell.accept("waits in queue " + event.get("Queue") + ", place " + event.get("Position"));
            case "AgentCalled" -> tell.accept("rings at " + event.get("MemberName"));
            case "AgentRingNoAnswer" -> tell.accept(event.get("MemberName") + " does not answer");
            case "AgentConnect" -> {
                tell.accept("connected to " + event.get("MemberName") + " after " + event.get("HoldTime") + " s");
                talksTo = event.getOrDefault("MemberName", "");
            }
            case "AgentComplete" -> {
                hungUpBy = event.getOrDefault("Reason", "");
                talksTo = "";
            }
            case "QueueCallerAbandon" ->
                tell.accept(
                        "left the queue, place " + event.get("Position") + ", after " + event.get("HoldTime") + " s");
            case "HangupRequest" -> {
                if (callersChannel) {
                    hungUpBy = "caller";
                }
            }
            case "Hangup" -> hungUp |= callersChannel;
            default -> {}
        }
        // Who ended a conversation is told by AgentComplete, which comes before or after the hang-up.
        if (hungUp && talksTo.isEmpty()) {
            tell.accept("ended by " + endedBy());
            return true;
        }
        return false;
    }

    private boolean isOfThisCall(Map<String, String> event) {
        return linkedId.equals(event.get("Linkedid"))
                || channel.equals(event.get("Channel"))
                // It names no call where the channels are gone already.
                || "AgentComplete".equals(event.get("Event"))
                        && !event.containsKey("Linkedid")
                        && talksTo.equals(event.get("MemberName"));
    }

    private String endedBy() {
        return switch (hungUpBy) {
            case "agent" -> "the consultant";
            case "caller" -> "the caller";
            default -> "the hotline";
        };
    }

    /** Of app_queue's word for why it let a caller go. */
    private static String meaning(String queueStatus) {
        return switch (queueStatus) {
            case "FULL" -> "it is full (FULL)";
            case "JOINEMPTY", "JOINUNAVAIL" -> "nobody is signed in to it (" + queueStatus + ")";
            case "TIMEOUT" -> "the longest wait is over (TIMEOUT)";
            default -> queueStatus;
        };
    }

    private void variable(String name, String value) {
        switch (name) {
            case "INFOLINIA_NODE" -> {
                tell.accept("IVR: " + value);
                int count = keysFor(hotline.tree().nodes().get(value));
                if (count > 0) {
                    String keys = keysLeft.substring(0, count);
                    keysLeft = keysLeft.substring(count);
                    later.run(HESITATION, () -> {
                        if (!over) {
                            tell.accept("the caller presses " + keys);
                            caller.press(keys);
                        }
                    });
                }
            }
            case "INFOLINIA_CLOSED" -> {
                if ("1".equals(value) && !closed) {
                    closed = true;
                    tell.accept("the hotline is closed");
                }
            }
            case "QUEUESTATUS" -> {
                // The dialplan empties it before a queue; only Queue() itself says why it came back, after a
                // conversation too.
                if (!value.isEmpty() && !value.equals("CONTINUE")) {
                    tell.accept("the queue did not go on: " + meaning(value));
                }
            }
            default -> {}
        }
    }

    /** How many of the keys that are left belong to this node: one to a menu, all up to the last to a question. */
    private int keysFor(@Nullable IvrNode node) {
        if (node instanceof IvrNode.Ask ask) {
            int finish = keysLeft.indexOf(ask.finish());
            return finish >= 0 && finish < ask.most() ? finish + 1 : Math.min(ask.most(), keysLeft.length());
        }
        return node instanceof IvrNode.Menu ? Math.min(1, keysLeft.length()) : 0;
    }
}
