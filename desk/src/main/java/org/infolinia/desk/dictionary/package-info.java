/**
 * The page on which leads and the coordinator keep the dictionaries.
 *
 * <p>Lives here: the page. Does not live here: their store, or what is chosen from them. Wired in the launcher.
 */
@NullMarked
package org.infolinia.desk.dictionary;

import org.jspecify.annotations.NullMarked;
