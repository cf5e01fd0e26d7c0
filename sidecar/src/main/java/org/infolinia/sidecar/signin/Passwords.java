package org.infolinia.sidecar.signin;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps passwords as Argon2id hashes, with the parameters that OWASP names as the least: 19 MiB, 2 passes. */
public final class Passwords {

    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** The library's own spelling of this depends on the machine's language: under Turkish it is {@code argon2ıd}. */
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})"
                    + "\\$([A-Za-z0-9+/]{8,100})\\$([A-Za-z0-9+/]{8,100})");

    private final SecureRandom random = new SecureRandom();
    private final Argon2id argon2id;

    /** Checked when there is no account, so that this takes as long as where there is one. */
    private final String nobodys;

    public Passwords() {
        this(new Argon2id());
    }

    Passwords(Argon2id argon2id) {
        this.argon2id = argon2id;
        // Drawn, not computed: no password is to fit, and each command of the program would compute one when it starts.
        this.nobodys = spelled(drawn(SALT_BYTES), drawn(HASH_BYTES));
    }

    /**
     * In PHC's form, with a salt of its own.
     *
     * @throws TooManyAtOnce when too many are being computed
     */
    public String hash(String password) {
        byte[] salt = drawn(SALT_BYTES);
        return spelled(salt, argon2id.hash(password, salt, new Argon2id.Cost(KIBIBYTES, PASSES, LANES, HASH_BYTES)));
    }

    private byte[] drawn(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String spelled(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /**
     * Takes as long for an account that is not there ({@code hash} empty), which no password fits.
     *
     * @throws TooManyAtOnce when too many are being computed
     */
    public boolean fits(String password, Optional<String> hash) {
        if (password.length() > PasswordRule.LONGEST) {
            return false;
        }
        Matcher parts = PHC.matcher(hash.orElse(nobodys));
        if (!parts.matches()) {
            throw new IllegalStateException("a kept password hash is none of Argon2id in PHC's form");
        }
        byte[] known = Base64.getDecoder().decode(parts.group(5));
        byte[] found = argon2id.hash(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                new Argon2id.Cost(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        known.length));
        return MessageDigest.isEqual(found, known) && hash.isPresent();
    }
}
