package org.infolinia.hotline.dictionary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which list. */
public enum DictionaryKind {
    /** Reasons of breaks. */
    BREAK,
    /** What a case is about, beside its topic. */
    CATEGORY,
    /** How a contact ended. */
    OUTCOME;

    /** For addresses, words and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DictionaryKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
