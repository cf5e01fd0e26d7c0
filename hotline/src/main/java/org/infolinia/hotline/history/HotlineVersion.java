package org.infolinia.hotline.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * One hotline.xml as it came into force.
 *
 * @param sha256 of the file's bytes, as 64 lower-case hexadecimal digits
 * @param since  from when it is in force; whole seconds, the rest is cut off
 */
public record HotlineVersion(String sha256, Instant since) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when the digest is not 64 lower-case hexadecimal digits */
    public HotlineVersion {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "hotline.xml digest \"" + sha256 + "\": 64 digits of 0-9 a-f are expected");
        }
        since = since.truncatedTo(ChronoUnit.SECONDS);
    }
}
