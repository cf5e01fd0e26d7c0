package org.infolinia.reports.availability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A consultant while their lines come in: in which queues, paused in which, talking since when. */
final class Consultant {

    /** No reason was given. */
    static final int NO_REASON = -1;

    private static final byte NOT_IN = 0;
    private static final byte IN = 1;
    private static final byte PAUSED = 2;
    /** More conversations at once than these are not Asterisk's doing, but endings that are missing. */
    private static final int MOST_TALKS = 8;

    private final PresenceCount[] days;
    private byte[] queues = new byte[4];
    private int joined;
    private int paused;
    private int reason = NO_REASON;
    private final List<Talk> talks = new ArrayList<>(1);
    private long counted = Long.MIN_VALUE;
    private long left = Long.MIN_VALUE;
    private boolean everIn;

    Consultant(int days) {
        this.days = new PresenceCount[days];
        Arrays.setAll(this.days, day -> new PresenceCount());
    }

    /** A conversation without its end; what of it is counted already, since another ran beside it. */
    private static final class Talk {

        private final long call;
        private final int queue;
        private final long since;
        private final List<long[]> counted = new ArrayList<>(0);

        Talk(long call, int queue, long since) {
            this.call = call;
            this.queue = queue;
            this.since = since;
        }
    }

    /** Takes stretches of time, from the first second to the first behind. */
    interface Stretches {
        void add(long from, long to);
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
        Talk ended = null;
        for (Iterator<Talk> each = talks.iterator(); ended == null && each.hasNext(); ) {
            Talk talk = each.next();
            if (talk.call == call && talk.queue == queue) {
                ended = talk;
                each.remove();
            }
        }
        if (ended == null) {
            return;
        }
        long from = ended.since;
        for (long[] before : ended.counted) {
            if (before[0] > from) {
                counting.add(from, before[0]);
            }
            from = Math.max(from, before[1]);
        }
        if (at > from) {
            counting.add(from, at);
        }
        for (Talk beside : talks) {
            beside.counted.add(new long[] {Math.max(beside.since, ended.since), at});
        }
    }

    void dropTalks() {
        talks.clear();
    }
}
