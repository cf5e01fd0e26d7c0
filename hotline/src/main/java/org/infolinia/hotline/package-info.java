/**
 * What a hotline is: the values every other package speaks of.
 *
 * <p>Lives here: names, languages, topics, texts, thresholds, what checks remark, and {@link org.infolinia.hotline.Hotline}, which holds
 * all of one hotline.xml. Does not live here: reading of files, Asterisk, databases, web. Called by every module.
 */
@NullMarked
package org.infolinia.hotline;

import org.jspecify.annotations.NullMarked;
