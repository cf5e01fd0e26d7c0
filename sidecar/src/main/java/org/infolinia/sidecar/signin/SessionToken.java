package org.infolinia.sidecar.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser holds of a session, in a cookie.
 *
 * @param value 256 random bits, base64url without padding
 */
public record SessionToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static SessionToken made() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Empty of what never was one. */
    public static Optional<SessionToken> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    /** By which the session is kept. */
    String key() {
        return HexFormat.of().formatHex(sha256("session " + value));
    }

    /** What each form and request of the session that changes something has to carry: no other site's page knows it. */
    public String proof() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("proof " + value));
    }

    /** Whether it is the proof; in the same time for every text. */
    public boolean isProvenBy(String text) {
        return MessageDigest.isEqual(proof().getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "(secret)";
    }

    private static byte[] sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
