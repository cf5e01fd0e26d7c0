/**
 * FastAGI: the server that Asterisk connects to, and a caller's line in AGI commands.
 *
 * <p>Lives here: sockets, the protocol's text, Asterisk's names of variables and applications. Does not live here: what
 * is said to callers and where they go. Started by the launcher.
 */
@NullMarked
package org.infolinia.agi.asterisk;

import org.jspecify.annotations.NullMarked;
