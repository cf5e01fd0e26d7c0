package org.infolinia.reports.words;

/** A text in the languages of reports. */
public record Words(String polish, String english) {

    public String in(ReportLanguage language) {
        return language.say(polish, english);
    }
}
