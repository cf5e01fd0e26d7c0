package org.infolinia.hotline.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a case.
 *
 * @param year   in which it was opened, where the hotline is
 * @param serial counts from 1 in each year
 */
public record CaseNumber(int year, int serial) {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})[-/]([0-9]{1,7})");

    /** @throws IllegalArgumentException when the year has not four digits, or the serial not one to seven */
    public CaseNumber {
        if (year < 1000 || year > 9999 || serial < 1 || serial > 9_999_999) {
            throw new IllegalArgumentException("case " + serial + " of the year " + year);
        }
    }

    /** As somebody typed it, zeros left out or not. */
    public static Optional<CaseNumber> read(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || form.group(1).startsWith("0") || form.group(2).matches("0+")) {
            return Optional.empty();
        }
        return Optional.of(new CaseNumber(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))));
    }

    /** {@code 2026-000123}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-%06d", year, serial);
    }
}
