/**
 * Live parts of pages: how a page learns of what has changed.
 *
 * <p>Lives here: answers that wait for a change. Does not live here: what they tell. Called by the desk's pages.
 */
@NullMarked
package org.infolinia.desk.live;

import org.jspecify.annotations.NullMarked;
