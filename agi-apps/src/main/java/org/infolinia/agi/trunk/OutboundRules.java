package org.infolinia.agi.trunk;

import java.util.List;

/**
 * What consultants may dial, and how much of it: who steals a telephone's password shall not make the hotline poor.
 *
 * @param prefixes     beginnings of the numbers that may be dialled, in E.164
 * @param atOnce       calls out at one time, all together
 * @param perHour      calls out in an hour of the clock, all together
 * @param perHourOfOne of these, one consultant's
 * @param emergency    whether emergency numbers may be dialled; they count towards no limit
 */
public record OutboundRules(List<String> prefixes, int atOnce, int perHour, int perHourOfOne, boolean emergency) {

    /** @throws IllegalArgumentException when a value is out of bounds; the message names key and value */
    public OutboundRules {
        prefixes = List.copyOf(prefixes);
        for (String prefix : prefixes) {
            if (!prefix.matches("\\+[1-9][0-9]{0,14}")) {
                throw new IllegalArgumentException(
                        "<outbound> prefixes: \"" + Spelled.plainly(prefix) + "\": + and a country code, such as +48");
            }
        }
        require("callsAtOnce", atOnce, 1000);
        require("callsPerHour", perHour, 100_000);
        require("callsPerHourOfOne", perHourOfOne, 100_000);
    }

    private static void require(String key, int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("<outbound> " + key + " " + value + ": 0 to " + most);
        }
    }
}
