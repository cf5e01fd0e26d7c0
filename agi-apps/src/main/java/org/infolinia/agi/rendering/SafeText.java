package org.infolinia.agi.rendering;

import java.util.regex.Pattern;

/**
 * Refuses values in which Asterisk would see more than text: the dialplan splits at commas, substitutes after dollar
 * signs, and knows no escape that works everywhere.
 */
final class SafeText {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}:[0-9]{1,5}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9/._@+-]{1,200}");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9/_+-]{1,60}");

    private SafeText() {}

    static String address(String what, String value) {
        return fit(ADDRESS, what, value, "host:port");
    }

    static String path(String what, String value) {
        return fit(PATH, what, value, "letters, digits and / . _ @ + -");
    }

    static String zone(String what, String value) {
        return fit(ZONE, what, value, "a zone such as Europe/Warsaw");
    }

    private static String fit(Pattern pattern, String what, String value, String expected) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " \"" + value + "\" cannot be written into a dialplan: " + expected);
        }
        return value;
    }
}
