/**
 * Speech by espeak-ng and sox.
 *
 * <p>The only package that runs other programs. Called by {@code …agi.announcements} through its interface.
 */
@NullMarked
package org.infolinia.agi.voice;

import org.jspecify.annotations.NullMarked;
