/**
 * Calls: one caller's visit each, folded from the lines of the queue log.
 *
 * <p>Lives here: what a call is, how it ended, when it counts as ended. Does not live here: files, days, sums. Called by
 * {@code …reports}; its calls go to {@code …reports.figures}.
 */
@NullMarked
package org.infolinia.reports.calls;

import org.jspecify.annotations.NullMarked;
