/**
 * Operators' trunks: how calls come in and go out.
 *
 * <p>Lives here: what an administrator says of a trunk and of calls going out, checked. Does not live here: the reading of
 * system.xml (the launcher), Asterisk's spelling of it ({@code …agi.rendering}). Called by both.
 */
@NullMarked
package org.infolinia.agi.trunk;

import org.jspecify.annotations.NullMarked;
