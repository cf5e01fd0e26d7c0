package org.infolinia.hotline.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a letter goes.
 *
 * @param value plain, without a name; its domain in lower case
 */
public record EmailAddress(String value) {

    /** RFC 5322's dot-atom of ASCII; what is legal beyond it no mail server of today hands out. */
    private static final Pattern PLAIN = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    private static final int LONGEST = 254;

    /** @throws IllegalArgumentException when it is none, or longer than 254 characters */
    public EmailAddress {
        if (value.length() > LONGEST || !PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" is no e-mail address");
        }
        int at = value.indexOf('@');
        value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
    }

    String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
