package org.infolinia.reports.delivery;

/**
 * What keeps a month from being made.
 *
 * @param detail for the administrator, in English; empty where the kind says all
 */
public record Obstacle(Kind kind, String detail) {

    /** What sort of thing it is. */
    public enum Kind {
        /** Asterisk's logs are not read. */
        LEDGER_STANDS_STILL("the ledger of calls stands still"),
        /** The logs are being read, and not to their end yet. */
        LEDGER_CATCHES_UP("the ledger of calls is still catching up"),
        /** A call that began in the month is not over. */
        CALL_GOES_ON("a call of that month is still going on"),
        /** It was tried. */
        MAKING_FAILED("making it failed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** For log and health. */
    @Override
    public String toString() {
        return detail.isEmpty() ? kind.words : kind.words + ": " + detail;
    }
}
