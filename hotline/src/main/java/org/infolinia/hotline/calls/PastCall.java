package org.infolinia.hotline.calls;

import java.time.Instant;
import java.util.Optional;
import org.infolinia.hotline.QueueName;

/**
 * A call that is over, in a line for whoever talks to the same person again.
 *
 * @param linkedId   identifies it
 * @param arrived    whole seconds
 * @param outcome    how it ended
 * @param queue      the last one it was in; empty when it was in none
 * @param consultant who talked to them last; empty when nobody did
 */
public record PastCall(
        String linkedId, Instant arrived, Outcome outcome, Optional<QueueName> queue, Optional<String> consultant) {}
