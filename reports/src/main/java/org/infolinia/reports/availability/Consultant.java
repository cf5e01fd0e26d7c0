package org.infolinia.reports.availability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consultant while their lines come in: in which queues, paused in which, talking since when. */
final class Consultant {

    /** No reason was given. */
    static final int NO_REASON = -1;

    private static final byte NOT_IN = 0;
    private static final byte IN = 1;
    private static final byte PAUSED = 2;
    /** More conversations at once than these are not Asterisk's doing, but endings that are missing. */
    private static final int MOST_TALKS = 8;

    private final long number;
    private final PresenceCount[] days;
    private byte[] queues = new byte[4];
    private int joined;
    private int paused;
    private int reason = NO_REASON;
    private final List<Talk> talks = new ArrayList<>(1);
    /** What of the conversations that go on is counted already, since another ran beside them: one behind the other. */
    private final ArrayDeque<Stretch> talked = new ArrayDeque<>(4);

    private long counted = Long.MIN_VALUE;
    private long left = Long.MIN_VALUE;
    private boolean everIn;

    /** @param number that stands for the name */
    Consultant(long number, int days) {
        this.number = number;
        this.days = new PresenceCount[days];
        Arrays.setAll(this.days, day -> new PresenceCount());
    }

    /** A conversation without its end. */
    private record Talk(long call, int queue, long since) {}

    /** Seconds of ended conversations, from the first to the first behind. */
    private record Stretch(long from, long to) {}

    /** Takes stretches of time, from the first second to the first behind. */
    interface Stretches {
        void add(long from, long to);
    }

    long number() {
        return number;
    }

    PresenceCount day(int day) {
        return days[day];
    }

    boolean isLoggedIn() {
        return joined > 0;
    }

    boolean isPaused() {
        return joined > 0 && paused == joined;
    }

    boolean isAtWork() {
        return joined > 0 && paused < joined;
    }

    /** Whether the logs have told before that it joined or left a queue. */
    boolean wasEverIn() {
        return everIn;
    }

    /** When it left its last queue; {@link Long#MIN_VALUE} where it never did. */
    long left() {
        return left;
    }

    /** Place of the reason of the latest pause, or {@link #NO_REASON}. */
    int reason() {
        return reason;
    }

    /** Its time is counted up to that moment; up to which it was before. */
    long countedUpTo(long at) {
        long before = counted;
        counted = Math.max(counted, at);
        return before;
    }

    private byte in(int queue) {
        return queue < queues.length ? queues[queue] : NOT_IN;
    }

    /** Joining a queue again changes nothing. */
    void join(int queue, boolean asPaused) {
        everIn = true;
        if (in(queue) != NOT_IN) {
            return;
        }
        if (queue >= queues.length) {
            queues = Arrays.copyOf(queues, queue * 2);
        }
        queues[queue] = asPaused ? PAUSED : IN;
        joined++;
        if (asPaused) {
            paused++;
            reason = NO_REASON;
        }
    }

    void leave(int queue, long at) {
        everIn = true;
        if (in(queue) != NOT_IN) {
            paused -= queues[queue] == PAUSED ? 1 : 0;
            queues[queue] = NOT_IN;
            joined--;
        }
        if (joined == 0) {
            left = at;
        }
    }

    void pause(int queue, int why) {
        if (in(queue) == IN) {
            queues[queue] = PAUSED;
            paused++;
        }
        if (in(queue) == PAUSED) {
            reason = why;
        }
    }

    void unpause(int queue) {
        if (in(queue) == PAUSED) {
            queues[queue] = IN;
            paused--;
        }
    }

    void pauseAll(int why) {
        for (int queue = 0; queue < queues.length; queue++) {
            pause(queue, why);
        }
    }

    void unpauseAll() {
        for (int queue = 0; queue < queues.length; queue++) {
            unpause(queue);
        }
    }

    void connect(long at, long call, int queue) {
        if (talks.size() == MOST_TALKS) {
            talks.remove(0);
        }
        talks.add(new Talk(call, queue, at));
    }

    /** Tells the stretches of the ended conversation in which no other was counted. */
    void endTalk(long at, long call, int queue, Stretches counting) {
        Talk ended = take(call, queue);
        if (ended == null) {
            return;
        }
        // Time never goes back, so whatever was counted since its beginning becomes one stretch with it.
        long from = ended.since;
        long rest = at;
        while (!talked.isEmpty() && talked.getLast().to >= ended.since) {
            Stretch before = talked.removeLast();
            if (before.to < rest) {
                counting.add(before.to, rest);
            }
            rest = before.from;
            from = Math.min(from, rest);
        }
        if (ended.since < rest) {
            counting.add(ended.since, rest);
        }
        if (talks.isEmpty()) {
            talked.clear();
        } else {
            talked.add(new Stretch(from, at));
        }
    }

    private @Nullable Talk take(long call, int queue) {
        for (int i = 0; i < talks.size(); i++) {
            Talk talk = talks.get(i);
            if (talk.call == call && talk.queue == queue) {
                return talks.remove(i);
            }
        }
        return null;
    }

    void dropTalks() {
        talks.clear();
        talked.clear();
    }
}
