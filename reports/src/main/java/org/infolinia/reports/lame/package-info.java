/**
 * Mp3 by the program lame.
 *
 * <p>The only package of this module that runs another program. Called by the launcher, which hands it to
 * {@code …reports.recordings}.
 */
@NullMarked
package org.infolinia.reports.lame;

import org.jspecify.annotations.NullMarked;
