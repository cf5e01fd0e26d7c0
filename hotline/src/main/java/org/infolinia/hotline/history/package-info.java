/**
 * Which hotline.xml was in force, from when, and what one changed in another.
 *
 * <p>Lives here: what the history tells, the interface it is asked by, the difference of two texts. Does not live here:
 * SQL, reading of hotline.xml. The interface is implemented in {@code …sidecar.store}; called by whoever brings a new
 * hotline.xml into force, by the coordinator's pages ({@code …agi.coordinator}) and the launcher's tools.
 */
@NullMarked
package org.infolinia.hotline.history;

import org.jspecify.annotations.NullMarked;
