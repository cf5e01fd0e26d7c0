/**
 * The arrows and habits that all modules keep to, seen over the classes of the whole program.
 *
 * <p>Lives here: rules that no single module can see or that hold everywhere. Does not live here: a module's own arrows,
 * which are in its {@code ArchitectureTest}. The offenders that prove each rule able to fail are test classes too: here,
 * and where a rule asks for a package of theirs.
 */
@NullMarked
package org.infolinia.launcher.architecture;

import org.jspecify.annotations.NullMarked;
