/**
 * Asterisk's files held against each other and against hotline.xml, as text, without an Asterisk.
 *
 * <p>Lives here: reading of .conf files as Asterisk reads them, and what may be found wrong in them. Does not live here:
 * what a call hears, which the acceptance tests ask of a real Asterisk.
 */
@NullMarked
package org.infolinia.launcher.dialplan;

import org.jspecify.annotations.NullMarked;
