package org.infolinia.desk.floor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.hotline.talk.OngoingTalk;
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

    /** The telephone of a call that no queue gave; of it Asterisk tells by no membership of another. */
    @Nullable
    String outside;

    /** Whether it is they who have dialled: there is no after-call work then. */
    boolean dialled;

    /** What Asterisk had counted of the queue's calls when it gave the one at hand; less than 0 where no queue did. */
    private int taken;

    /** Was {@link #over} before a call that rings. */
    private @Nullable CallAtHand before;

    /** As {@link Consultant#awaited}. */
    Instant awaited = Instant.EPOCH;

    @Nullable
    Instant finished;

    @Nullable
    Instant missed;

    /** By the legs of their calls, the oldest first: whoever asks somebody in a call has two. */
    private final Map<String, Recorded> recordings = new LinkedHashMap<>();

    private record Recorded(RecordingState state, Optional<Instant> resumes, Instant since) {}

    private Standing standing = Standing.SIGNED_OUT;
    private String reason = "";
    private Instant since;

    Person(String name, Instant since) {
        this.name = name;
        this.since = since;
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

    void rings(CallAtHand ringing, @Nullable String telephone) {
        before = over != null ? over : before;
        over = null;
        call = ringing;
        answered = false;
        dialled = false;
        outside = telephone;
    }

    void answers(CallAtHand talk) {
        before = null;
        over = null;
        call = talk;
        answered = true;
        Membership giver = outside == null ? memberships.get(talk.queue()) : null;
        taken = giver == null ? -1 : giver.taken();
    }

    /** What somebody who starts in the middle of it has to be told; empty where they could not tell it from another. */
    Optional<OngoingTalk> ongoing() {
        boolean isOver = call == null && isInAfterCallWork();
        CallAtHand talk = isOver ? over : answered ? call : null;
        if (talk == null || taken < 0) {
            return Optional.empty();
        }
        WaitingCaller caller = talk.caller();
        return Optional.of(new OngoingTalk(
                name,
                talk.queue(),
                taken,
                caller.channelId(),
                caller.linkedId(),
                caller.number(),
                caller.language(),
                caller.digits(),
                caller.since(),
                talk.waited(),
                talk.since(),
                isOver));
    }

    /** Takes up a conversation of before our start, if what Asterisk tells of its queue is that it still goes on. */
    void takesUp(OngoingTalk known) {
        Membership giver = memberships.get(known.queue());
        // Since Asterisk was started anew they count from the beginning.
        if (call != null || giver == null || known.answered().isBefore(Instant.ofEpochSecond(giver.signedIn()))) {
            return;
        }
        CallAtHand talk = new CallAtHand(
                new WaitingCaller(
                        known.channelId(),
                        known.linkedId(),
                        known.number(),
                        known.language(),
                        known.digits(),
                        known.joined()),
                known.queue(),
                known.waited(),
                known.answered());
        if (giver.inCall() && giver.taken() == known.callsTaken()) {
            answers(talk);
            sinceAtMost(known.answered());
        } else if (isInAfterCallWork() && !giver.inCall() && giver.taken() == known.callsTaken() + 1) {
            over = talk;
            taken = known.callsTaken();
        }
    }

    /** The call at hand is none any more; where it only rang, the one before is the latest again. */
    void callEnds() {
        if (call != null) {
            over = answered ? call : before;
        }
        before = null;
        call = null;
        outside = null;
    }

    /**
     * Whether Asterisk, whose state was read from that moment on, knows of no call of theirs: then we have missed its end.
     */
    boolean isInNoCall(Instant readSince) {
        List<Membership> telling = memberships.values().stream()
                .filter(one -> outside == null || one.device().equals(outside))
                .toList();
        boolean cannotTell = outside != null
                && (telling.isEmpty() || (call != null && !call.since().isBefore(readSince)));
        return !cannotTell && telling.stream().noneMatch(one -> one.isTalking() || one.isRinging());
    }

    boolean isInAfterCallWork() {
        return isPaused() && pauseReason().equals(Standing.PAUSED_AFTER_CALL);
    }

    void isRecorded(String leg, RecordingState state, Optional<Instant> resumes, Instant at) {
        if (state == RecordingState.UNKNOWN) {
            recordings.remove(leg);
        } else {
            recordings.put(leg, new Recorded(state, resumes, at));
        }
    }

    /** What is known from before then no longer is: Asterisk was not heard for a while, or says that nobody talks. */
    void isRecordedNoMore(Instant then) {
        recordings.values().removeIf(one -> !one.since.isAfter(then));
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

    private Map<String, Integer> penalties() {
        Map<String, Integer> penalties = new LinkedHashMap<>();
        memberships.forEach((queue, membership) -> penalties.put(queue, membership.penalty()));
        return penalties;
    }

    Consultant view() {
        Recorded recorded = recordings.values().stream()
                .findFirst()
                .orElse(new Recorded(RecordingState.UNKNOWN, Optional.empty(), since));
        return new Consultant(
                name,
                standing,
                reason,
                since,
                memberships.values().stream()
                        .findFirst()
                        .map(Membership::device)
                        .orElse(""),
                penalties(),
                isPaused(),
                isPaused() ? pauseReason() : "",
                isReachable(),
                Optional.ofNullable(call),
                call != null && answered,
                Optional.ofNullable(over),
                awaited,
                Optional.ofNullable(finished),
                Optional.ofNullable(missed),
                recorded.state,
                recorded.resumes);
    }
}
