/**
 * Presence: who takes calls, who rests and why.
 *
 * <p>Lives here: what a consultant says of themselves, the rules that speak for them, the
 * queues that another hotline.xml gives them. Does not live here: where somebody
 * is, which Asterisk alone knows and the floor shows. Wired in the launcher.
 */
@NullMarked
package org.infolinia.desk.presence;

import org.jspecify.annotations.NullMarked;
