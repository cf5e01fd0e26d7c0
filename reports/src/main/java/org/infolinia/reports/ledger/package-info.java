/**
 * What Asterisk wrote down: its queue log and its call detail records, read as a stream.
 *
 * <p>Lives here: finding the files, scanning their bytes, putting lines in order, dropping repeated ones, counting
 * unreadable ones. Does not live here: what a call is ({@code …reports.calls}). Called by {@code …reports}; the only
 * package that knows Asterisk's spelling.
 */
@NullMarked
package org.infolinia.reports.ledger;

import org.jspecify.annotations.NullMarked;
