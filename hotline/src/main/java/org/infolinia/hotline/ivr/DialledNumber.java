package org.infolinia.hotline.ivr;

import java.util.regex.Pattern;

/**
 * A number of the hotline, as a coordinator writes it.
 *
 * <p>Operators deliver the same number as {@code 221000100}, {@code +48221000100} or {@code 0048221000100}; all of them
 * are meant.
 *
 * @param digits 3 to 15 digits, with or without a {@code +} in front
 */
public record DialledNumber(String digits) {

    private static final Pattern SAFE = Pattern.compile("\\+?[0-9]{3,15}");

    /** Shorter ones are internal numbers: one that ends like another is another. */
    private static final int NATIONAL = 9;

    /** @throws IllegalArgumentException when it is no number */
    public DialledNumber {
        if (!SAFE.matcher(digits).matches()) {
            throw new IllegalArgumentException("number \"" + digits + "\": 3 to 15 digits");
        }
    }

    /** Whether a caller who dialled that meant this number. */
    public boolean isMeantBy(String dialled) {
        String one = significant(digits);
        String other = significant(dialled);
        return one.equals(other)
                || (Math.min(one.length(), other.length()) >= NATIONAL && (one.endsWith(other) || other.endsWith(one)));
    }

    private static String significant(String number) {
        return number.replaceFirst("^\\+?0*", "");
    }
}
