package org.infolinia.hotline;

import java.util.Map;
import java.util.Optional;

/**
 * One thing said in several languages.
 *
 * @param byLanguage text for each language it is written in; never blank
 */
public record Texts(Map<Language, String> byLanguage) {

    /** @throws IllegalArgumentException when a text is blank */
    public Texts {
        byLanguage = Map.copyOf(byLanguage);
        byLanguage.forEach((language, text) -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("blank text in " + language);
            }
        });
    }

    public Optional<String> in(Language language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /** A text as it is said: how a file breaks it into lines is not heard. */
    public static String inOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
