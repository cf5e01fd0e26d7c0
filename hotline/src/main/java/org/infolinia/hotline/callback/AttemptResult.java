package org.infolinia.hotline.callback;

/** What came of one attempt to call a number. */
public enum AttemptResult {
    REACHED,
    NO_ANSWER,
    BUSY,
    /** The network could not, or would not. */
    FAILED,
    /** The consultant hung up before it was decided: not the caller's fault, so not counted. */
    BROKEN_OFF;

    /**
     * Asterisk's own word for it.
     *
     * @param dialStatus {@code DIALSTATUS} of {@code Dial()}; empty where it did not come back
     */
    public static AttemptResult of(String dialStatus) {
        return switch (dialStatus) {
            case "ANSWER" -> REACHED;
            case "NOANSWER" -> NO_ANSWER;
            case "BUSY" -> BUSY;
            case "", "CANCEL" -> BROKEN_OFF;
            default -> FAILED;
        };
    }
}
