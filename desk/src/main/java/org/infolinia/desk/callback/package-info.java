/**
 * Call-backs on the desk: who waits to be called.
 *
 * <p>Lives here: the list that consultants see. Does not live here: taking one, which is the telephone's *12, and the list
 * itself (hotline, sidecar). Called by the launcher's wiring.
 */
@NullMarked
package org.infolinia.desk.callback;

import org.jspecify.annotations.NullMarked;
