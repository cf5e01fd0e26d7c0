package org.infolinia.desk.floor;

import java.time.Instant;

/**
 * Somebody who waits in a queue.
 *
 * @param channelId unique id of the caller's channel
 * @param linkedId  of the call
 * @param number    as Asterisk was told it, cut by the dialplan; empty when withheld
 * @param language  that the caller chose, a code
 * @param digits    that the caller keyed in where the menu asked for some, last; empty for none
 * @param since     when they joined this queue; after our start reckoned from Asterisk's own count of whole seconds
 */
public record WaitingCaller(
        String channelId, String linkedId, String number, String language, String digits, Instant since) {

    /** One that is known from Asterisk's list alone has none yet: that list does not tell them. */
    WaitingCaller withDigitsOf(WaitingCaller told) {
        return digits.isEmpty() ? new WaitingCaller(channelId, linkedId, number, language, told.digits, since) : this;
    }
}
