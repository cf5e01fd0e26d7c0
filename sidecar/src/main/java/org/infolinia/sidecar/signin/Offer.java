package org.infolinia.sidecar.signin;

import org.infolinia.hotline.people.LoginName;

/**
 * A second factor that is not set up yet.
 *
 * @param login  whose
 * @param secret Base32
 */
public record Offer(LoginName login, String secret) {

    /** As authenticator programs read it, from a picture or pasted. */
    public String uri() {
        return "otpauth://totp/Infolinia:" + login + "?secret=" + secret + "&issuer=Infolinia";
    }

    /** In groups of four, to be typed by hand. */
    public String inGroups() {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return "second factor offered to " + login;
    }
}
