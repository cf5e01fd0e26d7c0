package org.infolinia.reports.figures;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@code waitSeconds} of a number of calls; each null where there is no call.
 *
 * @param mean   whole seconds, rounded half up
 * @param median by nearest rank: a wait that was, never one between two
 * @param p90    90th percentile, by nearest rank
 * @param max    longest
 */
public record WaitFigures(
        @Nullable Long mean,
        @Nullable Long median,
        @Nullable Long p90,
        @Nullable Long max) {

    static final WaitFigures NONE = new WaitFigures(null, null, null, null);

    /**
     * @param waits whole seconds; put in order here
     * @param count how many of them there are
     */
    static WaitFigures of(int[] waits, int count) {
        if (count == 0) {
            return NONE;
        }
        Arrays.sort(waits, 0, count);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += waits[i];
        }
        long mean = (2 * sum + count) / (2L * count);
        return new WaitFigures(
                mean, nearestRank(waits, count, 50), nearestRank(waits, count, 90), (long) waits[count - 1]);
    }

    /** The smallest wait that at least so many in a hundred do not exceed. */
    private static long nearestRank(int[] sorted, int count, int percent) {
        long rank = ((long) count * percent + 99) / 100;
        return sorted[(int) rank - 1];
    }
}
