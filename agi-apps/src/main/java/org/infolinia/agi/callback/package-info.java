/**
 * Call-backs by telephone: a caller leaves a number, a consultant gets it in its turn.
 *
 * <p>Lives here: what is asked and said. Does not live here: the list ({@code hotline.callback}), dialling and the place
 * in the queue, which are the dialplan's ({@code callback.conf}). Wired in the launcher.
 */
@NullMarked
package org.infolinia.agi.callback;

import org.jspecify.annotations.NullMarked;
