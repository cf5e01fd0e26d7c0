package org.infolinia.hotline.calls;

/** Who wanted to talk to whom. */
public enum CallKind {
    /** A caller's visit; these alone are counted in the figures of {@code figures.md}. */
    INBOUND,
    /** A promised call back that came to a consultant in its turn: a {@code CALLBACK} line of ours is in its lines. */
    CALL_BACK,
    /** A consultant's call to somebody outside: account code {@code infolinia-out} in the CDR. */
    OUTBOUND
}
