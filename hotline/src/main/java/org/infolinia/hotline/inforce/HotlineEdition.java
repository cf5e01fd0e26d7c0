package org.infolinia.hotline.inforce;

import java.util.regex.Pattern;
import org.infolinia.hotline.Hotline;

/**
 * One hotline.xml, read once: what it means beside what stood in it.
 *
 * @param hotline what it means
 * @param sha256  of the file's bytes, as 64 lower-case hexadecimal digits
 * @param text    what stood in it, a byte order mark left out
 */
public record HotlineEdition(Hotline hotline, String sha256, String text) {

    /** Digits of the digest that a version is called by; 48 bits tell apart all that one hotline ever has. */
    private static final int VERSION_DIGITS = 12;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when the digest is not 64 lower-case hexadecimal digits */
    public HotlineEdition {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("digest \"" + sha256 + "\": 64 digits of 0-9 a-f are expected");
        }
    }

    /** What calls and people name it by: the first 12 digits of the digest. */
    public String version() {
        return sha256.substring(0, VERSION_DIGITS);
    }
}
