/**
 * Availability of consultants: who was signed in, paused, talking, how well the opening hours were covered (R6).
 *
 * <p>Lives here: the fold of consultants' lines, its figures. Does not live here: files, calls, cells. Called by
 * {@code …reports}.
 */
@NullMarked
package org.infolinia.reports.availability;

import org.jspecify.annotations.NullMarked;
