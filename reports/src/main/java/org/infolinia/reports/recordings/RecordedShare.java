package org.infolinia.reports.recordings;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCalls;

/**
 * How many of the conversations that should have been recorded can be played.
 *
 * @param conversations finished, and not declined by the caller
 * @param playable      of these, with a recording whose header is in order, as long as the talk but for 5 s
 */
public record RecordedShare(long conversations, long playable) {

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** A call may arrive, wait and talk for so long before its last conversation begins. */
    private static final Duration LONGEST_CALL = Duration.ofHours(12);

    /** Playable ÷ conversations, 0 to 1; empty where there was no conversation. */
    public OptionalDouble share() {
        return conversations == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) playable / conversations);
    }

    /** Whether each conversation can be played. */
    public boolean isWhole() {
        return playable == conversations;
    }

    /**
     * Of the conversations that began then.
     *
     * @param missing told of each conversation without a playable recording
     */
    public static RecordedShare between(
            Instant from, Instant to, RecordingFolder folder, FinishedCalls calls, Consumer<Conversation> missing)
            throws IOException {
        Map<String, Duration> playable = new HashMap<>();
        folder.between(from.minus(LONGEST_CALL), to.plus(TOLERANCE), recording -> {
            if (recording.state() == Recording.State.COMPLETE) {
                playable.put(recording.name().legId(), recording.length());
            }
        });
        Set<String> declined = new HashSet<>(folder.declinedLegs());
        long[] counts = new long[2];
        calls.arrivedBetween(from.minus(LONGEST_CALL), to, call -> {
            for (Conversation one : call.conversations()) {
                if (one.began().isBefore(from) || !one.began().isBefore(to) || declined.contains(leg(one))) {
                    continue;
                }
                counts[0]++;
                Duration length = playable.get(leg(one));
                if (length != null && fits(length, one)) {
                    counts[1]++;
                } else {
                    missing.accept(one);
                }
            }
        });
        return new RecordedShare(counts[0], counts[1]);
    }

    /** The channel that is recorded; of a call outwards, the consultant's own is the call's. */
    static String leg(Conversation conversation) {
        return conversation.legId().orElse(conversation.callId());
    }

    private static boolean fits(Duration length, Conversation conversation) {
        return conversation
                .talkTime()
                .map(talk -> talk.minus(length).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
    }
}
