package org.infolinia.hotline.xml;

/**
 * Something wrong in hotline.xml, or worth a look.
 *
 * @param file     as the reader named it
 * @param line     1 is the first; 0 where the whole file is meant
 * @param column   1 is the first; 0 where the whole line is meant
 * @param severity whether the file is refused for it
 * @param message  what is wrong and what is expected, in words for a coordinator
 */
public record Finding(String file, int line, int column, Severity severity, String message) {

    /** Whether a file with such a finding may come into force. */
    public enum Severity {
        /** It may not. */
        ERROR,
        /** It may. */
        WARNING
    }

    /** For which the file is refused. */
    public Finding(String file, int line, int column, String message) {
        this(file, line, column, Severity.ERROR, message);
    }

    Finding asWarning() {
        return new Finding(file, line, column, Severity.WARNING, message);
    }

    @Override
    public String toString() {
        String sort = severity == Severity.WARNING ? "warning: " : "";
        return file + ":" + line + ":" + column + ": " + sort + message;
    }
}
