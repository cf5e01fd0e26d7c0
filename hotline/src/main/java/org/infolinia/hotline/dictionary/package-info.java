/**
 * Dictionaries: the lists that staff choose from.
 *
 * <p>Lives here: what an entry is, the interface of their store. Does not live here: topics, which are the hotline.xml's.
 * Called by the desk.
 */
@NullMarked
package org.infolinia.hotline.dictionary;

import org.jspecify.annotations.NullMarked;
