/**
 * What we tell Asterisk outside any call, over its manager interface (AMI).
 *
 * <p>Lives here: signing in, one action, signing out. Does not live here: events, which the live floor will need a
 * library for; any right to originate or run commands, which our account does not have. Called by the launcher.
 */
@NullMarked
package org.infolinia.agi.ami;

import org.jspecify.annotations.NullMarked;
