package org.infolinia.hotline.drawing;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit; widths are those of a wide sans-serif, since nobody knows the reader's font. */
final class Lettering {

    private static final String NARROW = "iljtfrI.,:;!|'()[]-„”\"1 ";
    private static final String WIDE = "mwMWQOGĆŚŻŹ@%—";

    private Lettering() {}

    static double width(String text, double size) {
        double sum = 0;
        for (char sign : text.toCharArray()) {
            if (NARROW.indexOf(sign) >= 0) {
                sum += 0.38;
            } else if (WIDE.indexOf(sign) >= 0) {
                sum += 0.92;
            } else {
                sum += Character.isUpperCase(sign) ? 0.74 : 0.6;
            }
        }
        return sum * size;
    }

    /** Between words; within a word only where it alone is too long. */
    static List<String> lines(String text, double size, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String rest = word;
            while (width(rest, size) > room) {
                int most = rest.length() - 1;
                while (most > 1 && width(rest.substring(0, most), size) > room) {
                    most--;
                }
                flush(line, lines);
                lines.add(rest.substring(0, most));
                rest = rest.substring(most);
            }
            if (line.length() > 0 && width(line + " " + rest, size) > room) {
                flush(line, lines);
            }
            line.append(line.length() == 0 ? "" : " ").append(rest);
        }
        flush(line, lines);
        return lines;
    }

    private static void flush(StringBuilder line, List<String> lines) {
        if (line.length() > 0) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }
}
