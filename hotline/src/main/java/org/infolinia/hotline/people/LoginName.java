package org.infolinia.hotline.people;

import java.util.regex.Pattern;

/**
 * The name by which a person signs in; for a consultant the same as in {@code hotline.xml}, the logs and the reports.
 *
 * @param value 1 to 40 lower-case letters, digits, dots, underscores or hyphens; begins with a letter
 */
public record LoginName(String value) {

    private static final Pattern FORM = Pattern.compile("(?!desk_|infolinia-)[a-z][a-z0-9._-]{0,39}");

    /** @throws IllegalArgumentException when it is anything else */
    public LoginName {
        if (!isOne(value)) {
            throw new IllegalArgumentException("\"" + value.substring(0, Math.min(60, value.length()))
                    + "\" is no sign-in name: expected are 1 to 40 of a-z, 0-9, dot, underscore, hyphen,"
                    + " a letter first, and neither desk_ nor infolinia- as its beginning");
        }
    }

    /** Whether a text is a name that may be had. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
