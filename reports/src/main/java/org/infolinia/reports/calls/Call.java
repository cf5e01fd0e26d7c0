package org.infolinia.reports.calls;

import java.time.Duration;
import java.time.Instant;
import org.infolinia.hotline.calls.Outcome;

/**
 * One caller's visit.
 *
 * @param id             key of its linked id
 * @param callBack       whether it is a promised call back, and so counted in no figure of callers
 * @param arrived        start of its first leg by the CDR; without one, its first line in the queue log
 * @param outcome        how it ended
 * @param waitTime         answered: first ENTERQUEUE to first CONNECT; else first ENTERQUEUE to the last event that ended
 *                       the wait, zero where none did; whole seconds
 * @param talkTime         sum of the conversations whose end is known; whole seconds
 * @param rejectedOffers RINGNOANSWER with a ring shorter than the queue's ring time, but for those below
 * @param missedOffers   RINGNOANSWER with the full ring time, or with what the end of the longest wait left of it
 * @param dumped         AGENTDUMP
 * @param hungUpEarly    COMPLETEAGENT soon after CONNECT
 * @param endedByConsultant every COMPLETEAGENT
 * @param withoutEnd     conversations whose end is nowhere in the log
 */
public record Call(
        long id,
        boolean callBack,
        Instant arrived,
        Outcome outcome,
        Duration waitTime,
        Duration talkTime,
        int rejectedOffers,
        int missedOffers,
        int dumped,
        int hungUpEarly,
        int endedByConsultant,
        int withoutEnd) {

    /** @throws IllegalArgumentException when the wait or the talk is negative */
    public Call {
        if (waitTime.isNegative() || talkTime.isNegative()) {
            throw new IllegalArgumentException("call " + id + ": wait " + waitTime + ", talk " + talkTime);
        }
    }

    /** Whether a consultant rejected it, dumped it, or hung up early. */
    public boolean isDroppedByConsultant() {
        return rejectedOffers + dumped + hungUpEarly > 0;
    }
}
