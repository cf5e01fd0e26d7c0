/**
 * The Asterisk files that follow from hotline.xml: queues, settings, opening hours.
 *
 * <p>Lives here: text from a hotline, nothing else; no file is written. Does not live here: the dialplan that people
 * write, which includes these files. Called by the launcher.
 */
@NullMarked
package org.infolinia.agi.rendering;

import org.jspecify.annotations.NullMarked;
