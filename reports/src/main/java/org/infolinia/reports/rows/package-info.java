/**
 * The calls behind the figures, one row each, for whoever wants to count again.
 *
 * <p>Lives here: what a row tells, masking, order. Does not live here: how a row looks in a file. Filled by the launcher
 * from logs or database; written by {@code …reports.csv} and {@code …reports.workbook}.
 */
@NullMarked
package org.infolinia.reports.rows;

import org.jspecify.annotations.NullMarked;
