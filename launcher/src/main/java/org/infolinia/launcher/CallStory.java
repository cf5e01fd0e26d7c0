package org.infolinia.launcher;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.ivr.IvrNode;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.infolinia.launcher.phone.Caller;

/** Tells one call from Asterisk's events as it goes on, pressing the caller's keys at the menus. */
final class CallStory {

    /** After the menu's name is known, its prompt needs a moment to start; a key before that is lost. */
    private static final Duration HESITATION = Duration.ofMillis(700);

    private final Hotline hotline;
    private final AsteriskEvents events;
    private final Caller caller;
    private final String number;
    private final Consumer<String> tell;
    private String keysLeft;
    private String channel = "";
    private String linkedId = "";
    private String hungUpBy = "";

    CallStory(
            Hotline hotline, AsteriskEvents events, Caller caller, String number, String keys, Consumer<String> tell) {
        this.hotline = hotline;
        this.events = events;
        this.caller = caller;
        this.number = number;
        this.keysLeft = keys;
        this.tell = tell;
    }

    /**
     * Listens until the call is over.
     *
     * @param patience after which the caller hangs up
     * @return the call's linked id; empty when it never came to be
     */
    Optional<String> tell(Duration patience) {
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    tell.accept("the caller's patience is at its end: hangs up");
                    caller.hangUp();
                });
        try {
            events.await("the call's beginning", Duration.ofSeconds(10), this::isOurs);
        } catch (IllegalStateException e) {
            tell.accept("Asterisk took no notice of the call within 10 s");
            return Optional.empty();
        }
        events.await("the call's end", patience.plusSeconds(60), this::isTheEnd);
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
        if (!linkedId.equals(event.get("Linkedid")) && !channel.equals(event.get("Channel"))) {
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
            case "AgentConnect" ->
                tell.accept("connected to " + event.get("MemberName") + " after " + event.get("HoldTime") + " s");
            case "AgentComplete" -> hungUpBy = event.getOrDefault("Reason", "");
            case "QueueCallerAbandon" ->
                tell.accept(
                        "left the queue, place " + event.get("Position") + ", after " + event.get("HoldTime") + " s");
            case "HangupRequest" -> {
                if (callersChannel) {
                    hungUpBy = "caller";
                }
            }
            case "Hangup" -> {
                if (callersChannel) {
                    tell.accept("ended by " + endedBy());
                    return true;
                }
            }
            default -> {}
        }
        return false;
    }

    private String endedBy() {
        return switch (hungUpBy) {
            case "agent" -> "the consultant";
            case "caller" -> "the caller";
            default -> "the hotline";
        };
    }

    private void variable(String name, String value) {
        switch (name) {
            case "INFOLINIA_NODE" -> {
                tell.accept("IVR: " + value);
                if (hotline.tree().nodes().get(value) instanceof IvrNode.Menu && !keysLeft.isEmpty()) {
                    String key = keysLeft.substring(0, 1);
                    keysLeft = keysLeft.substring(1);
                    CompletableFuture.delayedExecutor(HESITATION.toMillis(), TimeUnit.MILLISECONDS)
                            .execute(() -> {
                                tell.accept("the caller presses " + key);
                                caller.press(key);
                            });
                }
            }
            case "INFOLINIA_CLOSED" -> {
                if ("1".equals(value)) {
                    tell.accept("the hotline is closed");
                }
            }
            default -> {}
        }
    }
}
