package org.infolinia.acceptance;

import java.time.Duration;
import java.util.Map;

/** Who answers the callers of one lane of the day's script. */
interface DayCrew extends AutoCloseable {

    /** Long enough for whatever is to happen meanwhile. */
    Duration UNTIL_THE_CALLER_LEAVES = Duration.ofSeconds(150);

    /** Makes ready for a caller who is about to come. */
    void isReadyFor(DayCall.Act act);

    /** Takes the call, or sees it taken. */
    void takes(DayCall.Act act, TestCall call);

    /** Gives the caller away, where the script says so. */
    void givesAway(DayCall.Act act, TestCall call);

    /** How long each was signed in to the queues. */
    Map<String, Lasting> signedIn();

    /** Signs out of the queues. */
    @Override
    void close();
}
