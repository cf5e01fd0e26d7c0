package org.infolinia.desk.floor;

import java.time.Instant;

/**
 * Somebody who waits in a queue.
 *
 * @param channelId unique id of the caller's channel
 * @param linkedId  of the call
 * @param number    as Asterisk was told it, cut by the dialplan; empty when withheld
 * @param language  that the caller chose, a code
 * @param since     when they joined this queue; after our start reckoned from Asterisk's own count of whole seconds
 */
public record WaitingCaller(String channelId, String linkedId, String number, String language, Instant since) {}
