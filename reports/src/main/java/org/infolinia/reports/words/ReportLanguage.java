package org.infolinia.reports.words;

import java.util.Locale;

/** What a report for people is written in. */
public enum ReportLanguage {
    POLISH("pl"),
    ENGLISH("en");

    private final Locale locale;

    ReportLanguage(String code) {
        this.locale = Locale.forLanguageTag(code);
    }

    /** The text that is in this language. */
    public String say(String polish, String english) {
        return this == POLISH ? polish : english;
    }

    /** For names of months, and for how numbers are written within a sentence. */
    public Locale locale() {
        return locale;
    }

    /** @throws IllegalArgumentException when reports are not written in it */
    public static ReportLanguage ofCode(String code) {
        for (ReportLanguage language : values()) {
            if (language.locale.getLanguage().equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("reports are written in pl or en, not in \"" + code + "\"");
    }
}
