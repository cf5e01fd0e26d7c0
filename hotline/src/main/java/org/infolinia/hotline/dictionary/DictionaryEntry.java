package org.infolinia.hotline.dictionary;

import java.util.regex.Pattern;

/**
 * One line of a list.
 *
 * @param code    by which logs and reports know it: small letters, digits, dashes, at most 40; never changes
 * @param polish  what people read, 1 to 80 signs
 * @param english the same in English
 * @param retired no longer chosen; what was said with it before stays readable
 */
public record DictionaryEntry(DictionaryKind kind, String code, String polish, String english, boolean retired) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 80;

    /** @throws IllegalArgumentException when code or names are not as said above */
    public DictionaryEntry {
        if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("code \"" + code + "\": small letters, digits, single dashes");
        }
        if (!isName(polish) || !isName(english)) {
            throw new IllegalArgumentException("the names of " + code + " have 1 to 80 signs, in one line");
        }
    }

    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(sign -> Character.isISOControl(sign));
    }

    /** In the language of that code. */
    public String name(String language) {
        return language.equals("pl") ? polish : english;
    }
}
