/**
 * A caller without a telephone: what the tree says to one who comes at some moment and presses some keys, and whether
 * that is what the coordinator expects.
 *
 * <p>Lives here: the simulated line, expectations with their one-line notation, and the files of them beside a
 * hotline.xml. Does not live here: the walking ({@code …hotline.ivr}: the same interpreter that serves real calls),
 * reading of hotline.xml, printing. Called by the coordinator's pages ({@code …agi.coordinator}) and the launcher's tools.
 */
@NullMarked
package org.infolinia.hotline.simulation;

import org.jspecify.annotations.NullMarked;
