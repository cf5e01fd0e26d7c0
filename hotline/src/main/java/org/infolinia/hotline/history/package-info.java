/**
 * Which hotline.xml was in force, from when.
 *
 * <p>Lives here: what the history tells, and the interface it is asked by. Does not live here: SQL, reading of
 * hotline.xml. Implemented in {@code …sidecar.store}; called by whoever brings a new hotline.xml into force.
 */
@NullMarked
package org.infolinia.hotline.history;

import org.jspecify.annotations.NullMarked;
