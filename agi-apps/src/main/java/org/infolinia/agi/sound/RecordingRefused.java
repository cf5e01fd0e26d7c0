package org.infolinia.agi.sound;

/** A recording that callers are not to hear; the message goes on after the recording's name. */
public final class RecordingRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Fault {
        SILENT,
        CLIPPED,
        TOO_SHORT,
        TOO_LONG,
        /** None of the formats that are taken, damaged, or too large a file. */
        UNREADABLE
    }

    private final Fault fault;
    private final String sentence;

    /** @param sentence with numbers, and with what to do */
    public RecordingRefused(Fault fault, String sentence) {
        super(sentence, null, false, false);
        this.fault = fault;
        this.sentence = sentence;
    }

    public Fault fault() {
        return fault;
    }

    /** The message, which is always there. */
    public String sentence() {
        return sentence;
    }
}
