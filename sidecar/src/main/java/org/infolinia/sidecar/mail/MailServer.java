package org.infolinia.sidecar.mail;

import org.infolinia.hotline.mail.Letter;

/** Takes over letters, to bring them to their recipients. */
public interface MailServer {

    /** Offers one letter; returns within minutes, whatever the server does. */
    Reply offer(Letter letter);

    /**
     * What came of it.
     *
     * @param said what the server said, or why it could not be asked; one line
     */
    record Reply(Kind kind, String said) {

        /** Whether it is worth trying again. */
        public enum Kind {
            /** It has the letter. */
            ACCEPTED,
            /** It will not have it, however often it is asked. */
            REFUSED,
            /** It was not there, not well, or asks for patience. */
            LATER
        }
    }
}
