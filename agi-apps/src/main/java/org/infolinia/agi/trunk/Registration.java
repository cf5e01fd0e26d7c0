package org.infolinia.agi.trunk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How we make ourselves known to an operator.
 *
 * @param user       account
 * @param secretFile holds its password, alone
 * @param expiry     how long a registration is asked to last; when the operator has forgotten us, calls come again after
 *                   this at the latest; whole seconds
 * @param retry      how long after a failure it is tried again; whole seconds
 */
public record Registration(String user, Path secretFile, Duration expiry, Duration retry) {

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9+._-]{1,60}");

    /** @throws IllegalArgumentException when a value is out of bounds; the message names key and value */
    public Registration {
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException(
                    "user \"" + Spelled.plainly(user) + "\": 1 to 60 letters, digits, + . _ or -");
        }
        if (expiry.toSeconds() < 15 || expiry.toSeconds() > 3600) {
            throw new IllegalArgumentException("expirySeconds " + expiry.toSeconds() + ": 15 to 3600");
        }
        if (retry.toSeconds() < 1 || retry.toSeconds() > 3600) {
            throw new IllegalArgumentException("retrySeconds " + retry.toSeconds() + ": 1 to 3600");
        }
    }

    /** The address that is registered at the operator's host, as Asterisk spells it. */
    public String client(String host) {
        return "sip:" + user + "@" + host;
    }
}
