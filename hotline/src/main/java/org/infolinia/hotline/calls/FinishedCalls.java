package org.infolinia.hotline.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.infolinia.hotline.QueueName;

/** The calls that are over, kept for whoever needs the past. */
public interface FinishedCalls {

    /**
     * Keeps the call; durable when this returns. A version of it that is there already is replaced, unless that one is
     * more complete; so keeping it twice is harmless.
     */
    void keep(FinishedCall call);

    /**
     * Hands on all calls that arrived then, by arrival, then by linked id. They are read in parcels: memory does not go
     * by their number. All are of one moment.
     *
     * @param from first moment of it
     * @param to   first moment behind it
     */
    void arrivedBetween(Instant from, Instant to, Consumer<FinishedCall> each);

    Optional<FinishedCall> byLinkedId(String linkedId);

    /**
     * How long those waited in the queue who were answered there, inbound calls only; whoever was answered last comes
     * first.
     *
     * @param since first moment of an answer that counts
     * @param most  so many at most
     */
    List<Duration> recentWaits(QueueName queue, Instant since, int most);

    /**
     * The latest calls with one person outside, the latest first.
     *
     * @param number as {@link FinishedCall#callerNumber} has it
     * @param most   so many at most
     */
    List<PastCall> latestWith(String number, int most);
}
