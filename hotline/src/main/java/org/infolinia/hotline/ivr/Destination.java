package org.infolinia.hotline.ivr;

import org.infolinia.hotline.Language;
import org.infolinia.hotline.QueueName;

/** Where the tree sends a caller when it is done with them. */
public sealed interface Destination {

    /** What the caller has chosen to hear, by the end. */
    Language language();

    /** To wait for a consultant. */
    record Queued(QueueName queue, Language language) implements Destination {}

    /**
     * To hang up.
     *
     * @param node   id of the end node
     * @param closed whether the hotline was closed, so that the call counts as {@code closedHours}, else {@code leftInIvr}
     */
    record Ended(String node, boolean closed, Language language) implements Destination {}
}
