/**
 * The pages on which the technical coordinator sees, tries out and changes what callers meet: the tree, hotline.xml with
 * its history, announcements, the calendar of a year. Leads read them.
 *
 * <p>Lives here: the pages. Does not live here: checks and saving of an edited hotline.xml ({@code …hotline.editing}),
 * drawings, simulation ({@code …hotline}), sounds ({@code …agi.announcements}), how a file comes into force. Wired in the
 * launcher.
 */
@NullMarked
package org.infolinia.agi.coordinator;

import org.jspecify.annotations.NullMarked;
