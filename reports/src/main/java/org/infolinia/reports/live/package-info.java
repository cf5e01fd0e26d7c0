/**
 * The live ledger: follows Asterisk's logs while the services run, and keeps each call once it is over.
 *
 * <p>Lives here: how far the logs are read, what of a call is kept, coming back after an outage. Does not live here: what
 * a call is ({@code …reports.calls}), the reading of files ({@code …reports.ledger}), SQL. Wired by the launcher.
 */
@NullMarked
package org.infolinia.reports.live;

import org.jspecify.annotations.NullMarked;
