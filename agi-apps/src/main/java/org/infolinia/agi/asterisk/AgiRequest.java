package org.infolinia.agi.asterisk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Asterisk sends first: {@code agi_*} lines up to an empty one.
 *
 * @param script    path of the AGI URL, such as {@code ivr}
 * @param arguments of the dialplan's {@code AGI()}, in order
 * @param uniqueId  of the channel; {@code ?} where absent or not fit for a log
 */
record AgiRequest(String script, List<String> arguments, String uniqueId) {

    private static final Pattern UNIQUE_ID = Pattern.compile("[0-9A-Za-z._-]{1,80}");

    AgiRequest {
        arguments = List.copyOf(arguments);
    }

    /**
     * @param text all lines, without the empty one
     * @throws RequestRefused when a line is none of AGI's, is said twice, or no script is named
     */
    static AgiRequest parse(String text) throws RequestRefused {
        Map<String, String> said = new HashMap<>();
        for (String line : text.split("\n", -1)) {
            int colon = line.indexOf(':');
            if (!line.startsWith("agi_") || colon < 0) {
                throw new RequestRefused("not an AGI request");
            }
            // Twice would let a caller's name that smuggles in a line end stand in for Asterisk's own word.
            if (said.put(line.substring(0, colon), line.substring(colon + 1).strip()) != null) {
                throw new RequestRefused("an AGI request that says something twice");
            }
        }
        String script = said.get("agi_network_script");
        if (script == null) {
            throw new RequestRefused("an AGI request without a script");
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 1; said.containsKey("agi_arg_" + i); i++) {
            arguments.add(said.getOrDefault("agi_arg_" + i, ""));
        }
        String uniqueId = Optional.ofNullable(said.get("agi_uniqueid"))
                .filter(id -> UNIQUE_ID.matcher(id).matches())
                .orElse("?");
        return new AgiRequest(script, arguments, uniqueId);
    }
}
