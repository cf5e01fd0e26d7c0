package org.infolinia.hotline;

import java.util.regex.Pattern;

/**
 * A language the hotline speaks, by its ISO 639-1 code.
 *
 * @param code two lower-case letters; Asterisk's sound folder of the same name holds its prompts
 */
public record Language(String code) {

    private static final Pattern ISO = Pattern.compile("[a-z]{2}");

    /** @throws IllegalArgumentException when the code is not two lower-case letters */
    public Language {
        if (!ISO.matcher(code).matches()) {
            throw new IllegalArgumentException("language \"" + code + "\": two lower-case letters, such as pl");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
