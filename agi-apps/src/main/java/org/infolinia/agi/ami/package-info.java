/**
 * What our handlers' side tells Asterisk outside any call, and hears of its trunks, over its manager interface (AMI).
 *
 * <p>Lives here: which action, which events. Does not live here: the protocol, which is the sidecar's; presence and the
 * live floor, which are the desk's. Called by the launcher.
 */
@NullMarked
package org.infolinia.agi.ami;

import org.jspecify.annotations.NullMarked;
