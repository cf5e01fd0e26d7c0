package org.infolinia.hotline.ivr;

/** The caller left, so that nothing more can be said to them; an ordinary ending, caught once at the AGI edge. */
public final class CallerHungUp extends Exception {

    private static final long serialVersionUID = 1L;

    public CallerHungUp() {
        // An ordinary ending, met many times a day: no stack trace to fill in.
        super("the caller hung up", null, false, false);
    }
}
