package org.infolinia.agi.asterisk;

/** What a connection asked for is no AGI request that we serve. */
final class RequestRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    /** @param why one of a few phrases, which are counted; nothing that the other side said */
    RequestRefused(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
