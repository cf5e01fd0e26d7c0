package org.infolinia.reports.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.infolinia.hotline.Thresholds;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.reports.calls.Call;
import org.jspecify.annotations.Nullable;

/** Counts calls. */
final class Tally {

    private static final int SHARE_PLACES = 4;

    private final long serviceLevel;
    private final long abandonedShort;
    private final long[] outcomes = new long[Outcome.values().length];
    private final WaitCount answered = new WaitCount();
    private final WaitCount abandoned = new WaitCount();
    private long received;
    private long answeredInTime;
    private long abandonedInTime;
    private long shortOnes;
    private long talk;
    private long dropped;
    private long rejectedOffers;
    private long rejectedCalls;
    private long missedOffers;
    private long dumped;
    private long hungUpEarly;
    private long endedByConsultant;

    Tally(Thresholds thresholds) {
        this.serviceLevel = thresholds.serviceLevel().toSeconds();
        this.abandonedShort = thresholds.abandonedShort().toSeconds();
    }

    void receive() {
        received++;
    }

    void add(Call call) {
        outcomes[call.outcome().ordinal()]++;
        if (!call.outcome().isOffered()) {
            return;
        }
        long wait = call.waitTime().toSeconds();
        if (call.outcome() == Outcome.ANSWERED) {
            answered.add(wait);
            answeredInTime += wait <= serviceLevel ? 1 : 0;
        } else if (call.outcome() == Outcome.ABANDONED) {
            abandoned.add(wait);
            abandonedInTime += wait <= serviceLevel ? 1 : 0;
            shortOnes += wait <= abandonedShort ? 1 : 0;
        }
        talk += call.talkTime().toSeconds();
        dropped += call.isDroppedByConsultant() ? 1 : 0;
        rejectedOffers += call.rejectedOffers();
        rejectedCalls += call.rejectedOffers() > 0 ? 1 : 0;
        missedOffers += call.missedOffers();
        dumped += call.dumped();
        hungUpEarly += call.hungUpEarly();
        endedByConsultant += call.endedByConsultant();
    }

    /** Adds the calls of another count, so that a total is made from calls. */
    void add(Tally other) {
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] += other.outcomes[i];
        }
        answered.add(other.answered);
        abandoned.add(other.abandoned);
        received += other.received;
        answeredInTime += other.answeredInTime;
        abandonedInTime += other.abandonedInTime;
        shortOnes += other.shortOnes;
        talk += other.talk;
        dropped += other.dropped;
        rejectedOffers += other.rejectedOffers;
        rejectedCalls += other.rejectedCalls;
        missedOffers += other.missedOffers;
        dumped += other.dumped;
        hungUpEarly += other.hungUpEarly;
        endedByConsultant += other.endedByConsultant;
    }

    /** @param receivedKnown whether there is a CDR */
    CallFigures figures(boolean receivedKnown) {
        long answeredCalls = count(Outcome.ANSWERED);
        long unanswered = count(Outcome.ABANDONED)
                + count(Outcome.TIMED_OUT)
                + count(Outcome.EXITED_BY_KEY)
                + count(Outcome.REMOVED);
        long offered = answeredCalls + unanswered;
        return new CallFigures(
                receivedKnown ? received : null,
                count(Outcome.CLOSED_HOURS),
                count(Outcome.LEFT_IN_IVR),
                count(Outcome.REFUSED),
                offered,
                answeredCalls,
                unanswered,
                count(Outcome.ABANDONED),
                shortOnes,
                count(Outcome.TIMED_OUT),
                count(Outcome.EXITED_BY_KEY),
                count(Outcome.REMOVED),
                answered.figures(),
                abandoned.figures(),
                share(answeredInTime, offered - abandonedInTime),
                share(answeredInTime, answeredCalls),
                talk,
                dropped,
                rejectedOffers,
                rejectedCalls,
                missedOffers,
                dumped,
                hungUpEarly,
                endedByConsultant);
    }

    private long count(Outcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), SHARE_PLACES, RoundingMode.HALF_UP);
    }
}
