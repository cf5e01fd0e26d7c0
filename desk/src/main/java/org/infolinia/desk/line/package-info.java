/**
 * The line by which a consultant's browser is a telephone: who gets it, how long it is theirs.
 *
 * <p>Lives here: the rules, the pages' script asks. Does not live here: how Asterisk learns of a line, which is the
 * sidecar's store; the telephone itself, which is {@code assets/desk/phone.js}. Wired in the launcher.
 */
@NullMarked
package org.infolinia.desk.line;

import org.jspecify.annotations.NullMarked;
