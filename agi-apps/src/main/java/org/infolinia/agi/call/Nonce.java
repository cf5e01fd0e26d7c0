package org.infolinia.agi.call;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The completion token: made by the dialplan for one visit to a handler, given back when the handler is done.
 *
 * @param value 1 to 80 of {@code 0-9 A-Z a-z . -}
 */
public record Nonce(String value) {

    private static final Pattern SAFE = Pattern.compile("[0-9A-Za-z.-]{1,80}");

    /** @throws IllegalArgumentException when the value holds anything else */
    public Nonce {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a completion token");
        }
    }

    /** The token among a handler's arguments: the first, if it is fit to be given back. */
    public static Optional<Nonce> among(List<String> arguments) {
        return arguments.stream()
                .findFirst()
                .filter(first -> SAFE.matcher(first).matches())
                .map(Nonce::new);
    }
}
