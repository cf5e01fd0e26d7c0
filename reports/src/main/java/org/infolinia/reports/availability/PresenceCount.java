package org.infolinia.reports.availability;

import java.util.Map;
import java.util.TreeMap;

/** Counts one consultant's seconds. */
final class PresenceCount {

    /** Reason of a pause that is after-call work. */
    private static final String AFTER_CALL = "aftercall";

    private static final String NO_REASON = "none";

    private long loggedIn;
    private long available;
    private long talking;
    private long afterCall;
    private final Map<String, Long> paused = new TreeMap<>();
    private boolean estimated;

    void addAvailable(long seconds) {
        loggedIn += seconds;
        available += seconds;
    }

    void addPaused(String reason, long seconds) {
        loggedIn += seconds;
        if (reason.equals(AFTER_CALL)) {
            afterCall += seconds;
        } else {
            paused.merge(reason.isBlank() ? NO_REASON : reason, seconds, Long::sum);
        }
    }

    void addTalking(long seconds) {
        talking += seconds;
    }

    void estimate() {
        estimated = true;
    }

    void add(PresenceCount other) {
        loggedIn += other.loggedIn;
        available += other.available;
        talking += other.talking;
        afterCall += other.afterCall;
        other.paused.forEach((reason, seconds) -> paused.merge(reason, seconds, Long::sum));
        estimated |= other.estimated;
    }

    Presence presence() {
        return new Presence(loggedIn, available, talking, afterCall, paused, estimated);
    }
}
