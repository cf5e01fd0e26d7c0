/**
 * The report as JSON, field by field as {@code docs/figures.md} gives them.
 *
 * <p>The only package of this module that knows Jackson. Called by the launcher.
 */
@NullMarked
package org.infolinia.reports.json;

import org.jspecify.annotations.NullMarked;
