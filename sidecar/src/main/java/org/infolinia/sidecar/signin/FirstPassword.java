package org.infolinia.sidecar.signin;

import java.security.SecureRandom;

/** Makes passwords that somebody is given to begin with. */
public final class FirstPassword {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** No sign that is taken for another when read aloud or copied by hand. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private FirstPassword() {}

    /** 59 random bits, in three groups. */
    public static String made() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}
