package org.infolinia.agi.trunk;

/** A refused value as a message may show it: cut, and without signs that would break the line. */
final class Spelled {

    private static final int LONGEST = 60;

    private Spelled() {}

    static String plainly(String value) {
        String cut = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
