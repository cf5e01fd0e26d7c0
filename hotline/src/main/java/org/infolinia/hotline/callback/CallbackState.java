package org.infolinia.hotline.callback;

/** How far a call-back has come. */
public enum CallbackState {
    /** Waits for its turn, or for the next attempt. */
    OPEN,
    /** A consultant is calling the number. */
    TAKEN,
    /** The caller was spoken to. */
    REACHED,
    /** All attempts are used up. */
    GIVEN_UP,
    /** Its time ran out before anybody was reached. */
    EXPIRED
}
