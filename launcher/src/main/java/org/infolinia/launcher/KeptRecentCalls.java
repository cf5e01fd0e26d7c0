package org.infolinia.launcher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.infolinia.agi.waiting.RecentCalls;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.sidecar.database.DatabaseBusy;
import org.infolinia.sidecar.database.DatabaseUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last waits of each queue, read from the database at most once in some seconds, however many callers come. */
final class KeptRecentCalls implements RecentCalls {

    private static final Logger LOG = LoggerFactory.getLogger(KeptRecentCalls.class);

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Supplier<FinishedCalls> calls;
    private final Clock clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final Map<QueueName, Read> read = new ConcurrentHashMap<>();

    private record Read(Instant at, List<Duration> waits) {}

    /** @param calls may throw while there is no database, and take its time over it */
    KeptRecentCalls(Supplier<FinishedCalls> calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public List<Duration> waits(QueueName queue) {
        Instant now = clock.instant();
        Read known = read.get(queue);
        boolean fresh = known != null && known.at().plus(FRESH).isAfter(now);
        // One caller asks, the others go by what is known: none of them waits for a database that is away.
        if (!fresh && asking.compareAndSet(false, true)) {
            try {
                known = new Read(now, ask(queue, now));
                read.put(queue, known);
            } finally {
                asking.set(false);
            }
        }
        return known == null ? List.of() : known.waits();
    }

    private List<Duration> ask(QueueName queue, Instant now) {
        try {
            return calls.get().recentWaits(queue, now.minus(SINCE), MOST);
        } catch (DatabaseUnavailable | DatabaseBusy | IllegalStateException e) {
            LOG.warn("callers are not told how long they will wait: {}", e.getMessage());
            return List.of();
        }
    }
}
