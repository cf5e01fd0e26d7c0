package org.infolinia.sidecar.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** The codes of RFC 6238, as every authenticator program makes them: six digits, half a minute, SHA-1. */
final class TimedCodes {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private static final long SECONDS = 30;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    static boolean isOne(String code) {
        return CODE.matcher(code).matches();
    }

    /** Of which half minute since 1970 a code is: this one, the one before, the one after; else empty. */
    OptionalLong step(String secret, String code, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), SECONDS);
        // A telephone's clock is never quite ours.
        for (long step : new long[] {current, current - 1, current + 1}) {
            if (MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    String code(String secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.read(secret), generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * SECONDS),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every secret of ours is a key", e);
        }
    }
}
