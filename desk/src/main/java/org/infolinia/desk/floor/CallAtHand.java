package org.infolinia.desk.floor;

import java.time.Duration;
import java.time.Instant;

/**
 * The call that rings at a consultant, or that they are in.
 *
 * @param caller who calls
 * @param queue  that offered it; empty for none
 * @param waited from joining that queue to the offer, later to the answer
 * @param since  when it began to ring, later when it was answered
 */
public record CallAtHand(WaitingCaller caller, String queue, Duration waited, Instant since) {}
