package org.infolinia.agi.asterisk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.infolinia.hotline.Language;
import org.jspecify.annotations.Nullable;

/**
 * What Asterisk sends first: {@code agi_*} lines up to an empty one.
 *
 * @param script    path of the AGI URL, such as {@code ivr}
 * @param arguments of the dialplan's {@code AGI()}, in order
 * @param uniqueId  of the channel; {@code ?} where absent or not fit for a log
 * @param dialled   number dialled, as the dialplan filtered it; empty where absent or unfit
 * @param language  of the channel; empty where absent or not of two letters
 */
record AgiRequest(String script, List<String> arguments, String uniqueId, String dialled, Optional<Language> language) {

    private static final Pattern UNIQUE_ID = Pattern.compile("[0-9A-Za-z._-]{1,80}");
    private static final Pattern NUMBER = Pattern.compile("[+0-9]{1,20}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

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
        return new AgiRequest(
                script,
                arguments,
                fit(said.get("agi_uniqueid"), UNIQUE_ID).orElse("?"),
                fit(said.get("agi_dnid"), NUMBER).orElse(""),
                fit(said.get("agi_language"), LANGUAGE).map(Language::new));
    }

    private static Optional<String> fit(@Nullable String value, Pattern pattern) {
        return Optional.ofNullable(value).filter(one -> pattern.matcher(one).matches());
    }
}
