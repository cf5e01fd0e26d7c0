package org.infolinia.reports.recordings;

import java.time.Instant;
import java.util.Optional;

/**
 * Which recordings are asked for.
 *
 * @param from       first moment of it
 * @param to         first moment behind it
 * @param queue      its name; empty for all
 * @param consultant as the queue log names them; empty for all
 */
public record Selection(Instant from, Instant to, Optional<String> queue, Optional<String> consultant) {

    /** Whether a recording or conversation of these is asked for, its time aside. */
    public boolean takes(String ofQueue, String ofConsultant) {
        return queue.map(ofQueue::equals).orElse(true)
                && consultant.map(ofConsultant::equals).orElse(true);
    }
}
