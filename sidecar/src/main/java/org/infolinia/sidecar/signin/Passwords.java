package org.infolinia.sidecar.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hashes and checks passwords by Argon2id, with the parameters that OWASP names as the least: 19 MiB, 2 passes. */
public final class Passwords {

    /** The shortest password, in signs. */
    public static final int SHORTEST = 10;

    private static final int LONGEST = 200;

    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** The library's own spelling of this depends on the machine's language: under Turkish it is {@code argon2ıd}. */
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})"
                    + "\\$([A-Za-z0-9+/]{8,100})\\$([A-Za-z0-9+/]{8,100})");

    /** What a made-up password is made of: no sign that is taken for another when read aloud or copied by hand. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** Each check takes its 19 MiB; more at once would fill the memory, by whoever likes to. */
    private final Semaphore atOnce = new Semaphore(2);

    private final SecureRandom random = new SecureRandom();

    /** Checked when there is no account, so that this takes as long as where there is one. */
    private final String nobodys = hash(made());

    /** In PHC's form, with a salt of its own. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon2(password, salt, KIBIBYTES, PASSES, LANES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /** Takes as long for an account that is not there ({@code hash} empty), which no password fits. */
    public boolean fits(String password, Optional<String> hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        String known = hash.orElse(nobodys);
        Matcher parts = PHC.matcher(known);
        if (!parts.matches()) {
            throw new IllegalStateException("a kept password hash is none of Argon2id in PHC's form");
        }
        byte[] found = argon2(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)));
        return MessageDigest.isEqual(found, Base64.getDecoder().decode(parts.group(5))) && hash.isPresent();
    }

    private byte[] argon2(String password, byte[] salt, int kibibytes, int passes, int lanes) {
        atOnce.acquireUninterruptibly();
        try {
            return Argon2Function.getInstance(kibibytes, passes, lanes, HASH_BYTES, Argon2.ID)
                    .hash(password.getBytes(StandardCharsets.UTF_8), salt)
                    .getBytes();
        } finally {
            atOnce.release();
        }
    }

    /** A random one for somebody else to begin with: 60 bits, in three groups. */
    public String made() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    /** What is wrong with a new password; a word of the site, empty when nothing is. */
    public Optional<String> fault(String password, String login) {
        if (password.length() < SHORTEST) {
            return Optional.of("password.short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("password.long");
        }
        if (password.strip().equalsIgnoreCase(login)
                || password.chars().distinct().count() < 5) {
            return Optional.of("password.simple");
        }
        return Optional.empty();
    }
}
