/**
 * What each service of ours stands on.
 *
 * <p>Lives here: only what all of its packages share. Does not live here: anything of one technique, which has a package
 * of its own below. Called by every service and the launcher.
 */
@NullMarked
package org.infolinia.sidecar;

import org.jspecify.annotations.NullMarked;
