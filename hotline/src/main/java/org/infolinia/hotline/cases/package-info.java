/**
 * Cases: one problem of one client each, across all contacts.
 *
 * <p>Lives here: what a case is, what may be written into it, how it is found again, the interface of their store. Does
 * not live here: SQL ({@code …sidecar.store}), pages ({@code …desk.cases}). Called by the desk.
 */
@NullMarked
package org.infolinia.hotline.cases;

import org.jspecify.annotations.NullMarked;
