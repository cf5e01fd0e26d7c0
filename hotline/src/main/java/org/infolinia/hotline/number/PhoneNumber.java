package org.infolinia.hotline.number;

import java.util.regex.Pattern;

/**
 * A telephone number in E.164.
 *
 * @param value {@code +}, country code, national number: 8 to 16 signs, safe in a dialplan argument and a SIP header
 */
public record PhoneNumber(String value) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** @throws IllegalArgumentException when it is written otherwise */
    public PhoneNumber {
        if (!E164.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "telephone number of " + value.length() + " signs: + and 7 to 15 digits, country code first");
        }
    }

    /** The last three digits, fit for a log: a caller's whole number is not. */
    @Override
    public String toString() {
        return "…" + value.substring(value.length() - 3);
    }
}
