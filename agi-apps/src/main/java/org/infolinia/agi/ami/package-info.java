/**
 * What we tell Asterisk outside any call, and hear of its trunks, over its manager interface (AMI).
 *
 * <p>Lives here: signing in, one action, events of trunks. Does not live here: all other events, which the live floor will need
 * a library for; any right to originate or run commands, which our account does not have. Called by the launcher.
 */
@NullMarked
package org.infolinia.agi.ami;

import org.jspecify.annotations.NullMarked;
