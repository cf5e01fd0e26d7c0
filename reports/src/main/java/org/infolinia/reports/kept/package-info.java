/**
 * Reports from the calls that the live ledger has kept in the database, held against the logs.
 *
 * <p>Lives here: figures from kept calls, the differences between two tellings of a period. Does not live here: the
 * counting itself ({@code …reports.figures}), SQL, files. Called by the launcher.
 */
@NullMarked
package org.infolinia.reports.kept;

import org.jspecify.annotations.NullMarked;
