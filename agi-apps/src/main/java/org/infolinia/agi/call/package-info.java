/**
 * One call as a handler sees it: what it was asked, what it may ask back, how it leaves.
 *
 * <p>Lives here: the interfaces between handlers and Asterisk, and the completion token. Does not live here: AGI's
 * spelling of them ({@code …agi.asterisk}), what is said ({@code …agi.ivr}). Called by every handler.
 */
@NullMarked
package org.infolinia.agi.call;

import org.jspecify.annotations.NullMarked;
