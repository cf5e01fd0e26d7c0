package org.infolinia.sidecar.ami;

import java.io.IOException;

/** Asterisk answered, and what it answered was not "Success". */
public final class AmiRefused extends IOException {

    private static final long serialVersionUID = 1L;

    AmiRefused(String action, String answer) {
        super("Asterisk refused " + action + ": " + answer);
    }
}
