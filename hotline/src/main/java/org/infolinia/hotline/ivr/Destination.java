package org.infolinia.hotline.ivr;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;

/** Where the tree sends a caller when it is done with them. */
public sealed interface Destination {

    /** What the caller has chosen to hear, by the end. */
    Language language();

    /**
     * To wait for a consultant.
     *
     * @param priority    callers of a higher one are served before those of a lower
     * @param longestWait how long; empty: as the queue's own rules say
     * @param then        where in the tree the call goes on if nobody answers; empty: as the queue's own rules say
     */
    record Queued(
            QueueName queue, Language language, int priority, Optional<Duration> longestWait, Optional<Place> then)
            implements Destination {

        /** As the queue's own rules say. */
        public Queued(QueueName queue, Language language) {
            this(queue, language, 0, Optional.empty(), Optional.empty());
        }
    }

    /**
     * To say to which number they want to be called back.
     *
     * @param queue from which they are called back
     */
    record CalledBack(QueueName queue, Language language) implements Destination {}

    /**
     * To be put through to a number outside.
     *
     * @param number {@code + 0-9}
     */
    record Transferred(String number, Language language) implements Destination {}

    /**
     * To hang up.
     *
     * @param node   id of the end node
     * @param closed whether the hotline was closed, so that the call counts as {@code closedHours}, else {@code leftInIvr}
     */
    record Ended(String node, boolean closed, Language language) implements Destination {}

    /**
     * A place in the tree, and the way back from the subtrees it is in.
     *
     * @param node    id of a node
     * @param callers ids of the {@link IvrNode.Call} nodes not yet returned to, the outermost first
     */
    record Place(String node, List<String> callers) {
        public Place {
            callers = List.copyOf(callers);
        }
    }
}
