/**
 * The {@code listening} handler: writes down that a lead listens in to a conversation.
 *
 * <p>Lives here: who may, what the audit log says. Does not live here: the listening itself ({@code listening.conf}), the
 * page it is begun in ({@code assets/desk/listening.js}). Called by {@code …agi.asterisk}; wired in the launcher.
 */
@NullMarked
package org.infolinia.agi.listening;

import org.jspecify.annotations.NullMarked;
