/**
 * The report: from a folder of logs to one record that JSON and workbook are views of.
 *
 * <p>Lives here: the wiring of ledger, calls and figures. Does not live here: counting, cells. Called by the launcher.
 */
@NullMarked
package org.infolinia.reports;

import org.jspecify.annotations.NullMarked;
