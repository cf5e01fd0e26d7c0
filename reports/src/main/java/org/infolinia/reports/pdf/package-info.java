/**
 * The report of a week as one page to be shown: a view of the same record that JSON and workbook are views of.
 *
 * <p>Lives here: layout, charts as drawings. Does not live here: any counting. The only package of this module that knows
 * PDFBox. Called by the launcher.
 */
@NullMarked
package org.infolinia.reports.pdf;

import org.jspecify.annotations.NullMarked;
