package org.infolinia.agi.asterisk;

/** Asterisk, or whatever answers in its place, does not keep to the protocol: silent, garbled or refusing. */
final class AgiFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgiFault(String what) {
        // The other side is at fault, so our stack would tell nothing.
        super(what, null, false, false);
    }
}
