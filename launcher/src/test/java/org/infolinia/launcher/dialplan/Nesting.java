package org.infolinia.launcher.dialplan;

import java.util.ArrayList;
import java.util.List;

/** Splits as Asterisk does: signs inside brackets and quotes separate nothing. */
final class Nesting {

    private Nesting() {}

    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"') {
                quoted = !quoted;
            } else if ("([{".indexOf(sign) >= 0) {
                depth++;
            } else if (")]}".indexOf(sign) >= 0) {
                depth--;
            } else if (sign == separator && depth == 0 && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
