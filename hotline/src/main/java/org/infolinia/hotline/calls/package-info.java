/**
 * What is known of a call once it is over: how it ended, where it waited, who talked.
 *
 * <p>Lives here: the records, and the interface of the store that keeps them. Does not live here: how they are made from
 * Asterisk's logs ({@code …reports}), SQL ({@code …sidecar.store}). Kept by the live ledger; read by whoever needs the
 * past: expected waits, recordings, history, reports.
 */
@NullMarked
package org.infolinia.hotline.calls;

import org.jspecify.annotations.NullMarked;
