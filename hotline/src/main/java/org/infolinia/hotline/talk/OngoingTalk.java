package org.infolinia.hotline.talk;

import java.time.Duration;
import java.time.Instant;

/**
 * A consultant's conversation with a caller whom a queue gave them.
 *
 * @param consultant login name
 * @param queue      that gave it
 * @param callsTaken how many the consultant had taken from that queue before, as Asterisk counts them
 * @param channelId  unique id of the caller's channel
 * @param linkedId   of the call
 * @param number     of the caller; empty when withheld
 * @param language   that the caller chose, a code
 * @param digits     that the caller keyed in; empty for none
 * @param joined     when the caller joined that queue
 * @param waited     from joining to the answer, as Asterisk counts it
 * @param answered   when it began
 * @param over       whether it is over, and the consultant in after-call work
 */
public record OngoingTalk(
        String consultant,
        String queue,
        int callsTaken,
        String channelId,
        String linkedId,
        String number,
        String language,
        String digits,
        Instant joined,
        Duration waited,
        Instant answered,
        boolean over) {}
