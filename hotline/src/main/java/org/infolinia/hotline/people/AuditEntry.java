package org.infolinia.hotline.people;

import java.time.Instant;

/**
 * One line of the audit log: who did what to what.
 *
 * @param at     when, to the millisecond
 * @param who    sign-in name; {@code (command line)} for the box's administrator, {@code (nobody)} before sign-in
 * @param what   the act, such as {@code account.added}
 * @param on     what it was done to, such as a sign-in name
 * @param detail what changed, in English; no secret, at most 500 signs
 */
public record AuditEntry(Instant at, String who, String what, String on, String detail) {

    /** Whom the log names for what the box's administrator does by command. */
    public static final String COMMAND_LINE = "(command line)";

    /** Whom it names before sign-in. */
    public static final String NOBODY = "(nobody)";

    /** What it says of a sign-in name that nobody has: people type their password there. */
    public static final String UNKNOWN_NAME = "(unknown name)";

    private static final int LONGEST = 500;

    public AuditEntry {
        detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail;
    }
}
