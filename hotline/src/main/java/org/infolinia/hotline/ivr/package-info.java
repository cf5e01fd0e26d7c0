/**
 * The IVR tree: its nodes, the checks a tree must pass, and the interpreter that walks it.
 *
 * <p>Lives here: records, rules, and {@link org.infolinia.hotline.ivr.CallerLine}, what the interpreter asks of a
 * telephone line. Does not live here: XML, AGI. Called by {@code …agi} for real calls and by the launcher's tools.
 */
@NullMarked
package org.infolinia.hotline.ivr;

import org.jspecify.annotations.NullMarked;
