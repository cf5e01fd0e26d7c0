/**
 * Sound as numbers: how loud it is, what is wrong with it, how it is made fit for callers.
 *
 * <p>Lives here: samples, wav files, loudness by EBU R128, the checks that a recording has to pass. Does not live here:
 * other file formats ({@code …agi.voice}), whose sound it is ({@code …agi.announcements}).
 */
@NullMarked
package org.infolinia.agi.sound;

import org.jspecify.annotations.NullMarked;
