package org.infolinia.agi.announcements;

/** A text could not be spoken; the message is one sentence that says what to do about it. */
public final class VoiceFailed extends Exception {

    private static final long serialVersionUID = 1L;

    public VoiceFailed(String sentence) {
        super(sentence);
    }
}
