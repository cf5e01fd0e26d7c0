package org.infolinia.desk.floor;

import java.util.Locale;
import java.util.Set;

/** Where a consultant is. */
public enum Standing {
    AVAILABLE,
    RINGING,
    TALKING,
    AFTER_CALL,
    BREAK,
    NOT_ANSWERING,
    UNREACHABLE,
    SIGNED_OUT;

    /** Asterisk's reasons of the pauses that our rules give; figures.md names the first. All others are breaks. */
    public static final String PAUSED_AFTER_CALL = "aftercall";

    public static final String PAUSED_NOT_ANSWERING = "notanswering";
    public static final String PAUSED_UNREACHABLE = "unreachable";

    /** All of these; no break may have one of them for its reason. */
    public static final Set<String> RULES = Set.of(PAUSED_AFTER_CALL, PAUSED_NOT_ANSWERING, PAUSED_UNREACHABLE);

    /** For pages and their words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
