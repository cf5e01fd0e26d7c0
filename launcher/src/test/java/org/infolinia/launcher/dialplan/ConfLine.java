package org.infolinia.launcher.dialplan;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a .conf file without its comment.
 *
 * @param file as an {@code #include} names it
 * @param line counted from 1
 * @param text stripped, never empty
 */
record ConfLine(String file, int line, String text) {

    static List<ConfLine> of(String file, String content) {
        List<ConfLine> lines = new ArrayList<>();
        int number = 0;
        for (String text : content.lines().toList()) {
            number++;
            String plain = withoutComment(text).strip();
            if (!plain.isEmpty()) {
                lines.add(new ConfLine(file, number, plain));
            }
        }
        return lines;
    }

    String place() {
        return file + ":" + line;
    }

    /** A semicolon begins a comment unless a backslash is before it. */
    private static String withoutComment(String text) {
        for (int at = text.indexOf(';'); at >= 0; at = text.indexOf(';', at + 1)) {
            if (at == 0 || text.charAt(at - 1) != '\\') {
                return text.substring(0, at);
            }
        }
        return text;
    }
}
