/**
 * Call-backs: the numbers that callers left instead of waiting, until somebody has called them.
 *
 * <p>Lives here: what a call-back is, how long it stays open, the interface of the list they are kept in. Does not live
 * here: the list itself ({@code …sidecar.store}), what callers and consultants hear ({@code …agi.callback}), which
 * numbers may be called ({@code …hotline.number}).
 */
@NullMarked
package org.infolinia.hotline.callback;

import org.jspecify.annotations.NullMarked;
