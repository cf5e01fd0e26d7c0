/**
 * Calls as a CSV file, for whoever counts for themselves.
 *
 * <p>Lives here: columns, quoting, masking. Does not live here: what a call is. The only package of this module that
 * knows Commons CSV. Called by the launcher.
 */
@NullMarked
package org.infolinia.reports.csv;

import org.jspecify.annotations.NullMarked;
