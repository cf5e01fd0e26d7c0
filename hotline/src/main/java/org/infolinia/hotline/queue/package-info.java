/**
 * Queues: in what order and for how long callers wait for a consultant.
 *
 * <p>Lives here: records of rules. Does not live here: Asterisk's spelling of them. Called by every module.
 */
@NullMarked
package org.infolinia.hotline.queue;

import org.jspecify.annotations.NullMarked;
