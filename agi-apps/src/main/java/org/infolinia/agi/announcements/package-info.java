/**
 * The sounds of announcements: one per announcement and language, recorded by people or spoken by a machine.
 *
 * <p>On disk, under {@code <sounds>/<language>/infolinia/}: {@code <id>.wav} is what callers hear; {@code <id>.spoken}
 * beside it says that we made it, from which text. A wav without it, or other than it says, is somebody's recording
 * and is never touched.
 *
 * <p>Lives here: which sound is missing or stale, how long each lasts, and {@link
 * org.infolinia.agi.announcements.Voice}, what is needed to make one. Does not live here: the programs that speak.
 * Called at load and by {@code …agi.asterisk} in calls.
 */
@NullMarked
package org.infolinia.agi.announcements;

import org.jspecify.annotations.NullMarked;
