/**
 * The telephone figures of {@code docs/figures.md}: calls and waits by day and for the whole period, calls dropped by the
 * consultant, and whether the queue log and the CDR agree.
 *
 * <p>Lives here: sums, shares, percentiles, rounding; nothing else in the product counts calls. Does not live here: files,
 * cells. Called by {@code …reports}.
 */
@NullMarked
package org.infolinia.reports.figures;

import org.jspecify.annotations.NullMarked;
