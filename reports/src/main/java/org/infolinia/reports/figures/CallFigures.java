package org.infolinia.reports.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The telephone figures of a day or of a whole period; each component is the row of {@code figures.md} of its name.
 *
 * @param received null where there is no CDR to count it from
 * @param serviceLevel answered within T ÷ (offered − abandoned within T), to four places; null where the divisor is 0
 * @param serviceLevelAnswered answered within T ÷ answered, to four places; null where nothing was answered
 * @param talkSeconds whole seconds
 */
public record CallFigures(
        @Nullable Long received,
        long closedHours,
        long leftInIvr,
        long refused,
        long offered,
        long answered,
        long unanswered,
        long abandoned,
        long abandonedShort,
        long timedOut,
        long exitedByKey,
        long removed,
        WaitFigures waitAnswered,
        WaitFigures waitAbandoned,
        @Nullable BigDecimal serviceLevel,
        @Nullable BigDecimal serviceLevelAnswered,
        long talkSeconds,
        long droppedByConsultant,
        long rejectedOffers,
        long rejectedCalls,
        long missedOffers,
        long dumped,
        long hungUpEarly,
        long endedByConsultant) {

    /** Whether no caller is in them. */
    public boolean isEmpty() {
        return offered + closedHours + leftInIvr + refused == 0;
    }

    /** offered − (answered + abandoned + timedOut + exitedByKey + removed); 0 when all is well. */
    public long offeredDifference() {
        return offered - (answered + abandoned + timedOut + exitedByKey + removed);
    }

    /** received − (closedHours + leftInIvr + refused + offered); 0 when all is well, null without a CDR. */
    public @Nullable Long receivedDifference() {
        return received == null ? null : received - (closedHours + leftInIvr + refused + offered);
    }
}
