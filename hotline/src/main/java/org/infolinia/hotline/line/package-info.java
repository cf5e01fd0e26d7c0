/**
 * The lines by which consultants' browsers are telephones.
 *
 * <p>Lives here: the interface of their store. Does not live here: when a line is given, which is the desk's business;
 * how Asterisk learns of it. Called by the desk.
 */
@NullMarked
package org.infolinia.hotline.line;

import org.jspecify.annotations.NullMarked;
