/**
 * The report as an Excel workbook: a view of the same record that the JSON is a view of, in Polish.
 *
 * <p>Lives here: sheets, columns, cells. Does not live here: any counting. The only package of this module that knows
 * POI. Called by the launcher.
 */
@NullMarked
package org.infolinia.reports.workbook;

import org.jspecify.annotations.NullMarked;
