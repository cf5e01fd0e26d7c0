package org.infolinia.desk;

import java.util.HashMap;
import java.util.Map;
import org.infolinia.desk.asterisk.FloorHearer;

/** Events as Asterisk 22 tells them, cut to what is read. */
public final class Told {

    private Told() {}

    /** Each event is a block of lines, {@code Header: value}. */
    public static void to(FloorHearer hearer, String events) {
        for (String block : events.split("\n\n", -1)) {
            Map<String, String> said = new HashMap<>();
            block.lines()
                    .filter(line -> line.contains(": ") || line.endsWith(":"))
                    .forEach(line -> {
                        String[] parts = line.split(": ?", 2);
                        said.put(parts[0], parts[1]);
                    });
            if (!said.isEmpty()) {
                hearer.heard(said);
            }
        }
    }
}
