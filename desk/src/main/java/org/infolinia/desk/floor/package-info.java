/**
 * The live floor: who waits, who is where, as Asterisk tells it.
 *
 * <p>Lives here: the state, folded from AMI events, with the page that shows it to the lead; what of
 * it is kept for services that start anew. Does not live here: the counting of
 * the day's figures, which is the reports'; what is done to consultants, which is presence's. Wired in the launcher.
 */
@NullMarked
package org.infolinia.desk.floor;

import org.jspecify.annotations.NullMarked;
