/**
 * Telephones without a handset, for {@code infolinia call} and the acceptance tests: SIPp signals, we make the sound.
 *
 * <p>Lives here: callers, consultants' telephones, RTP, the reading of Asterisk's events. Does not live here: anything
 * that a hotline in service needs. Called by {@code CallCommand} and from outside by the acceptance tests.
 */
@NullMarked
package org.infolinia.launcher.phone;

import org.jspecify.annotations.NullMarked;
