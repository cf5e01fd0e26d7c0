package org.infolinia.sidecar.web;

/** A listener cannot have its address; the message is a sentence for the operator. */
public final class ListenerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ListenerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
