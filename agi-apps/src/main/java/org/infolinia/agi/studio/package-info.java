/**
 * The {@code studio} handler: announcements recorded by telephone.
 *
 * <p>Lives here: who is let in, what is said and asked, in which order. Does not live here: AGI, what makes a recording
 * good enough ({@code …agi.sound}), where it is kept ({@code …agi.announcements}). Called by {@code …agi.asterisk}; wired in
 * the launcher.
 */
@NullMarked
package org.infolinia.agi.studio;

import org.jspecify.annotations.NullMarked;
