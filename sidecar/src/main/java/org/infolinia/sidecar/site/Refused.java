package org.infolinia.sidecar.site;

import jakarta.ws.rs.core.Response;

/** A request that is not done, for a reason that the page tells. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String word;

    /** @param word of the site's words: the sentence for whoever asked */
    public Refused(Response.Status status, String word) {
        super(word);
        this.status = status.getStatusCode();
        this.word = word;
    }

    int status() {
        return status;
    }

    String word() {
        return word;
    }
}
