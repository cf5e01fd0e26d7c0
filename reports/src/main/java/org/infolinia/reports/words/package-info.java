/**
 * The languages of reports.
 *
 * <p>Lives here: which there are, a text in each. Does not live here: what is said. Called by all that words a report.
 */
@NullMarked
package org.infolinia.reports.words;

import org.jspecify.annotations.NullMarked;
