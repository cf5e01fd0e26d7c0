package org.infolinia.hotline.number;

/** Thrown for a number that the hotline does not dial. */
public final class NumberRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, in the order in which it is looked at. */
    public enum Reason {
        /** Nothing that could be a telephone number. */
        UNREADABLE("no telephone number"),
        /** 112, 999 and the like. */
        EMERGENCY("an emergency number"),
        /** A service's short number, such as 19 115: it can be reached from its own network alone. */
        SHORT("a short number"),
        /** No such number can exist: too long, too short, or of a range that nobody has. */
        NONEXISTENT("no number that exists"),
        /** Costs more than a call, for what is said on it. */
        PREMIUM("a premium rate number"),
        /** Costs other than a call: shared cost, personal and company-wide numbers. */
        SHARED_COST("a number of a special rate"),
        /** A pager or a voice mailbox: nobody answers. */
        NOBODY("a pager or voice mailbox"),
        /** The hotline's own: it would call itself. */
        OURS("the hotline's own number"),
        /** Not under the prefixes that this hotline may dial. */
        NOT_ALLOWED("outside the prefixes that may be dialled");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Reason reason;

    public NumberRefused(Reason reason) {
        // An ordinary ending: the stack would tell nothing. Nor the number, which is somebody's.
        super(reason.words, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
