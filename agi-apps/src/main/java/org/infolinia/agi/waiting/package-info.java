/**
 * Waiting in a queue: what a caller is told before, and until when they may wait.
 *
 * <p>Lives here: the words for it, the estimate, the handler. Does not live here: the queue itself, which is Asterisk's,
 * and leaving a number instead ({@code …agi.callback}). Wired in the launcher.
 */
@NullMarked
package org.infolinia.agi.waiting;

import org.jspecify.annotations.NullMarked;
