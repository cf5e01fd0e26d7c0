package org.infolinia.hotline.mail;

/** What became of a letter. */
public enum LetterState {
    /** It is to be sent, or tried again. */
    WAITING,
    /** The mail server has taken it over. */
    ACCEPTED,
    /** The mail server will never take it. */
    REFUSED,
    /** It was not sent while it was worth sending. */
    EXPIRED,
    /** It is not to be sent any more. */
    WITHDRAWN
}
