/**
 * Asterisk's manager interface (AMI): signing in, single actions, events.
 *
 * <p>Lives here: the protocol. Does not live here: what an event means, or which actions are sent; those are the
 * services' that use it.
 */
@NullMarked
package org.infolinia.sidecar.ami;

import org.jspecify.annotations.NullMarked;
