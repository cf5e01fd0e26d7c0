package org.infolinia.agi.asterisk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what went wrong in single calls: each of a few, and of more only how many, so that one fault which meets all
 * callers fills neither the disk nor the time of those who are served.
 */
final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final Duration PERIOD = Duration.ofSeconds(10);

    /** Said in full in one period. */
    static final int MOST = 20;

    private int said;
    private int unsaid;
    private long periodEnds = System.nanoTime() + PERIOD.toNanos();

    /**
     * @param sentence what went wrong with the call, and what becomes of the caller
     * @param fault    whose stack trace tells where; null where the sentence tells all
     */
    void say(String uniqueId, String sentence, @Nullable Throwable fault) {
        if (isOneOfAFew()) {
            LOG.error("call {}: {}", uniqueId, sentence, fault);
        }
    }

    private synchronized boolean isOneOfAFew() {
        if (said == MOST) {
            unsaid++;
            return false;
        }
        said++;
        return true;
    }

    /** Begins a new period when its time has come; to be called now and then. */
    synchronized void report(long nanoTime) {
        if (nanoTime - periodEnds < 0) {
            return;
        }
        if (unsaid > 0) {
            LOG.error("{} more calls failed and took the dialplan's fallback; those above show why", unsaid);
        }
        said = 0;
        unsaid = 0;
        periodEnds = nanoTime + PERIOD.toNanos();
    }
}
