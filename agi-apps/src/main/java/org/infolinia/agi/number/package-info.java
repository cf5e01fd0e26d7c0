/**
 * The {@code number} handler: whether a number that a consultant dialled may be called.
 *
 * <p>Lives here: the answer to the dialplan. Does not live here: the numbering plans ({@code …hotline.number}), limits
 * ({@code outbound.conf}), AGI. Called by {@code …agi.asterisk}; wired in the launcher.
 */
@NullMarked
package org.infolinia.agi.number;

import org.jspecify.annotations.NullMarked;
