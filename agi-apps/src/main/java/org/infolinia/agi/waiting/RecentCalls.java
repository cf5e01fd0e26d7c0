package org.infolinia.agi.waiting;

import java.time.Duration;
import java.util.List;
import org.infolinia.hotline.QueueName;

/** What the last calls tell of the next. */
@FunctionalInterface
public interface RecentCalls {

    /** How many waits are asked for, at most. */
    int MOST = 20;

    /** How far back they reach. */
    Duration SINCE = Duration.ofMinutes(30);

    /**
     * How long those waited in that queue who were answered within the last half hour: the last 20, the latest first.
     * Empty also where nobody can tell; never slow.
     */
    List<Duration> waits(QueueName queue);
}
