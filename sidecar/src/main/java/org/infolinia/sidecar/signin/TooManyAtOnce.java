package org.infolinia.sidecar.signin;

/** Too many passwords are being looked at to look at one more; a moment later there is room again. */
public final class TooManyAtOnce extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyAtOnce() {
        super("too many passwords at once");
    }
}
