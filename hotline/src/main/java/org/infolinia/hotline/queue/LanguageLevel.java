package org.infolinia.hotline.queue;

import org.infolinia.hotline.Language;

/** How well somebody speaks a language, by the levels of the CEFR; the best first. */
public enum LanguageLevel {
    /** As a native speaker does, which is what hotline.xml means where it names no level. */
    NATIVE,
    C2,
    C1,
    B2,
    B1,
    A2,
    A1;

    /** A language spoken so, as hotline.xml spells it: {@code pl}, {@code en:B2}. */
    public String of(Language language) {
        return this == NATIVE ? language.code() : language.code() + ":" + name();
    }
}
