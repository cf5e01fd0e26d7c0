package org.infolinia.desk.floor;

/**
 * A consultant's place in one queue, as Asterisk tells it.
 *
 * @param device  Asterisk's name of the telephone that is rung
 * @param paused  whether no call is offered
 * @param reason  of the pause
 * @param status  Asterisk's device state
 * @param changed when the pause was last set, epoch seconds; 0 for unknown
 * @param taken   calls of this queue that they have taken and ended since they signed in to it
 * @param penalty how much later than others they are rung
 * @param signedIn when they signed in to it, epoch seconds; 0 for unknown
 * @param inCall  whether they talk to somebody whom this queue gave them
 */
public record Membership(
        String device,
        boolean paused,
        String reason,
        int status,
        long changed,
        int taken,
        int penalty,
        long signedIn,
        boolean inCall) {

    private static final int IN_USE = 2;
    private static final int BUSY = 3;
    private static final int INVALID = 4;
    private static final int UNAVAILABLE = 5;
    private static final int RINGING = 6;
    private static final int RING_IN_USE = 7;
    private static final int ON_HOLD = 8;

    public boolean isTalking() {
        return status == IN_USE || status == BUSY || status == RING_IN_USE || status == ON_HOLD;
    }

    public boolean isRinging() {
        return status == RINGING;
    }

    public boolean isReachable() {
        return status != INVALID && status != UNAVAILABLE;
    }
}
