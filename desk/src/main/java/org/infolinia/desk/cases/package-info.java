/**
 * Cases on the desk: beside the call, on a page each, in a list.
 *
 * <p>Lives here: the pages, what their scripts are told. Does not live here: what a case is ({@code …hotline.cases}), how
 * it is kept ({@code …sidecar.store}). Wired in the launcher.
 */
@NullMarked
package org.infolinia.desk.cases;

import org.jspecify.annotations.NullMarked;
