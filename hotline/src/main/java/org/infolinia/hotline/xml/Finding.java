package org.infolinia.hotline.xml;

/**
 * Something wrong in hotline.xml.
 *
 * @param file    as the reader named it
 * @param line    1 is the first; 0 where the whole file is meant
 * @param column  1 is the first; 0 where the whole line is meant
 * @param message what is wrong and what is expected, in words for a coordinator
 */
public record Finding(String file, int line, int column, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
