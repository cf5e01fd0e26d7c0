package org.infolinia.hotline.xml;

import org.infolinia.hotline.Language;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;

/**
 * Something wrong in hotline.xml, or worth a look.
 *
 * @param file     as the reader named it
 * @param line     1 is the first; 0 where the whole file is meant
 * @param column   1 is the first; 0 where the whole line is meant
 * @param severity whether the file is refused for it
 * @param words    what is wrong and what is expected, in words for a coordinator
 */
public record Finding(String file, int line, int column, Severity severity, Texts words) {

    /** Whether a file with such a finding may come into force. */
    public enum Severity {
        /** It may not. */
        ERROR,
        /** It may. */
        WARNING
    }

    /** For which the file is refused. */
    public Finding(String file, int line, int column, Texts words) {
        this(file, line, column, Severity.ERROR, words);
    }

    Finding asWarning() {
        return new Finding(file, line, column, Severity.WARNING, words);
    }

    /** In English: for logs and commands. */
    public String message() {
        return Remark.inEnglish(words);
    }

    /** For a reader of that language. */
    public String in(Language language) {
        return Remark.in(language, words);
    }

    /** With its place before it. */
    public Texts placed() {
        return Remark.PLACED.of(file, line, column, words);
    }

    @Override
    public String toString() {
        String sort = severity == Severity.WARNING ? "warning: " : "";
        return file + ":" + line + ":" + column + ": " + sort + message();
    }
}
