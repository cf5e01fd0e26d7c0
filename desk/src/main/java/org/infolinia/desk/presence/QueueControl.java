package org.infolinia.desk.presence;

import java.io.IOException;
import java.util.List;

/** What Asterisk does for us at its queues. */
public interface QueueControl {

    /**
     * Does them in order, up to the first that fails.
     *
     * @throws IOException when Asterisk does not answer, or refuses; in one sentence
     */
    void obey(List<QueueOrder> orders) throws IOException;
}
