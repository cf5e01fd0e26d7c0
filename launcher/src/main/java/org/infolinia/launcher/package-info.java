/**
 * The one program: reads the command line, wires the services together, runs them or a tool.
 *
 * <p>Lives here: commands, wiring, clocks. Does not live here: rules of any kind. Called by the {@code infolinia}
 * script and, as a program, by the acceptance tests.
 */
@NullMarked
package org.infolinia.launcher;

import org.jspecify.annotations.NullMarked;
