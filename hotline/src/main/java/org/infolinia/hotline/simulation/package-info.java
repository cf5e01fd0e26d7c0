/**
 * A caller without a telephone: what the tree says to one who comes at some moment and presses some keys, and whether
 * that is what the coordinator expects.
 *
 * <p>Lives here: the simulated line, and expectations with their one-line notation. Does not live here: the walking
 * ({@code …hotline.ivr}: the same interpreter that serves real calls), reading of files, printing. Called by the
 * launcher's tools.
 */
@NullMarked
package org.infolinia.hotline.simulation;

import org.jspecify.annotations.NullMarked;
