/**
 * The {@code ivr} handler: walks a caller through the tree in force.
 *
 * <p>Lives here: what happens from the first announcement to the completion token. Does not live here: the walking
 * itself ({@code …hotline.ivr}), AGI. Called by {@code …agi.asterisk}; wired in the launcher.
 */
@NullMarked
package org.infolinia.agi.ivr;

import org.jspecify.annotations.NullMarked;
