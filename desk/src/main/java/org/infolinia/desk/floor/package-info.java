/**
 * The live floor: who waits, who is where, as Asterisk tells it.
 *
 * <p>Lives here: the state, folded from AMI events, with the page that shows it to the lead. Does not live here: the counting of
 * the day's figures, which is the reports'; what is done to consultants, which is presence's. Wired in the launcher.
 */
@NullMarked
package org.infolinia.desk.floor;

import org.jspecify.annotations.NullMarked;
