package org.infolinia.desk.floor;

/** Whether a consultant's conversation is being recorded. */
public enum RecordingState {
    /** No conversation, or one that began before we listened. */
    UNKNOWN(""),
    ON("on"),
    /** Goes on by itself after the longest pause. */
    PAUSED("paused"),
    /** Goes on when somebody says so. */
    HELD("held"),
    /** The hotline records nothing, or the other side was not told of it, or declined. */
    NONE("none");

    private final String word;

    RecordingState(String word) {
        this.word = word;
    }

    /** As the dialplan and pages spell it. */
    public String word() {
        return word;
    }

    /** The state of that word; unknown where there is none. */
    public static RecordingState of(String word) {
        for (RecordingState state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
