package org.infolinia.reports.figures;

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
}
