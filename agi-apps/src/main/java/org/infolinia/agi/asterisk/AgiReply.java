package org.infolinia.agi.asterisk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code 200} line: {@code 200 result=<result>} or {@code 200 result=<result> (<detail>)}.
 *
 * @param result what the command gave; may be empty
 * @param detail the part in brackets without them, {@code timeout} or a variable's value; empty where there is none
 */
record AgiReply(String result, String detail) {

    private static final Pattern FORM = Pattern.compile("200 result=([^ ]*)(?: \\((.*)\\))?(?: endpos=\\d+)? *");

    /** @throws AgiFault when the line is anything else */
    static AgiReply parse(String line, String command) {
        Matcher parts = FORM.matcher(line);
        if (!parts.matches()) {
            throw new AgiFault("answered " + command + " with " + printable(line));
        }
        String detail = parts.group(2);
        return new AgiReply(parts.group(1), detail == null ? "" : detail);
    }

    boolean isFailure() {
        return result.equals("-1");
    }

    private static String printable(String line) {
        String start = line.length() > 60 ? line.substring(0, 60) + "…" : line;
        return "\"" + start.replaceAll("[^ -~…]", "?") + "\"";
    }
}
