/**
 * How an edited hotline.xml gets to where it is read, for all pages on which it is edited.
 *
 * <p>An edge: it reads and writes the file. Lives here: the check of an edit, and its saving. Does not live here: what is
 * checked ({@code …hotline.xml}), pages, how a saved file comes into force. Called by pages; wired in the launcher.
 */
@NullMarked
package org.infolinia.hotline.editing;

import org.jspecify.annotations.NullMarked;
