package org.infolinia.desk.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one consultant. Guarded by {@link Floor}. */
final class Person {

    final Map<String, Membership> memberships = new LinkedHashMap<>();
    final String name;

    /** Rings, or is talked when {@link #answered}. */
    @Nullable
    CallAtHand call;

    boolean answered;

    /** As {@link Consultant#over}. */
    @Nullable
    CallAtHand over;

    @Nullable
    Instant finished;

    @Nullable
    Instant missed;

    RecordingState recording = RecordingState.UNKNOWN;

    Instant recordingSince;

    private Standing standing = Standing.SIGNED_OUT;
    private String reason = "";
    private Instant since;

    Person(String name, Instant since) {
        this.name = name;
        this.since = since;
        this.recordingSince = since;
    }

    /** To be called after each change. */
    void settle(Instant now) {
        Standing before = standing;
        String reasonBefore = reason;
        standing = current();
        reason = standing == Standing.BREAK ? pauseReason() : "";
        // A telephone that rings or is talked in after-call work may be the same caller, back after the page was away.
        boolean hasDone = before == Standing.AFTER_CALL
                && standing != Standing.AFTER_CALL
                && standing != Standing.RINGING
                && standing != Standing.TALKING;
        if (standing == Standing.SIGNED_OUT || hasDone) {
            over = null;
        }
        if (standing != before || !reason.equals(reasonBefore)) {
            since = now;
        }
    }

    /** What Asterisk knows of the time before we listened. */
    void sinceAtMost(Instant known) {
        if (known.isBefore(since)) {
            since = known;
        }
    }

    /** The call at hand is none any more. */
    void callEnds() {
        if (call != null && answered) {
            over = call;
        }
        call = null;
    }

    Standing standing() {
        return standing;
    }

    private Standing current() {
        if (memberships.isEmpty()) {
            return Standing.SIGNED_OUT;
        }
        if ((call != null && answered) || memberships.values().stream().anyMatch(Membership::isTalking)) {
            return Standing.TALKING;
        }
        if (call != null || memberships.values().stream().anyMatch(Membership::isRinging)) {
            return Standing.RINGING;
        }
        // Paused in one queue of several is still offered calls.
        if (isPaused()) {
            return switch (pauseReason()) {
                case Standing.PAUSED_AFTER_CALL -> Standing.AFTER_CALL;
                case Standing.PAUSED_NOT_ANSWERING -> Standing.NOT_ANSWERING;
                case Standing.PAUSED_UNREACHABLE -> Standing.UNREACHABLE;
                default -> Standing.BREAK;
            };
        }
        return isReachable() ? Standing.AVAILABLE : Standing.UNREACHABLE;
    }

    private String pauseReason() {
        return memberships.values().stream().findFirst().map(Membership::reason).orElse("");
    }

    private boolean isPaused() {
        return !memberships.isEmpty() && memberships.values().stream().allMatch(Membership::paused);
    }

    private boolean isReachable() {
        return memberships.values().stream().allMatch(Membership::isReachable);
    }

    Consultant view() {
        return new Consultant(
                name,
                standing,
                reason,
                since,
                memberships.values().stream()
                        .findFirst()
                        .map(Membership::device)
                        .orElse(""),
                new ArrayList<>(memberships.keySet()),
                isPaused(),
                isReachable(),
                Optional.ofNullable(call),
                Optional.ofNullable(over),
                Optional.ofNullable(finished),
                Optional.ofNullable(missed),
                recording,
                recordingSince);
    }
}
