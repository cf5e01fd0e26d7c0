package org.infolinia.sidecar.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.infolinia.hotline.mail.EmailAddress;

/**
 * The mail server that takes our letters.
 *
 * @param host          its name, which its certificate has to be for
 * @param security      how the way to it is kept private
 * @param from          who our letters are from
 * @param account       who we are to it; empty where it asks nobody
 * @param authorityFile certificates (PEM) of whoever vouches for it; empty where Java knows them
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        EmailAddress from,
        Optional<Account> account,
        Optional<Path> authorityFile) {

    /** How the way to the server is kept private. */
    public enum Security {
        /** The connection begins in the open and is private before anything is said; port 587. */
        STARTTLS,
        /** Private from the first byte; port 465. */
        SMTPS,
        /** Not at all: for a mail server on this machine. */
        NONE
    }

    /**
     * Who we are to the server.
     *
     * @param passwordFile holds the password, alone; read for each connection
     */
    public record Account(String user, Path passwordFile) {}

    /** @throws IllegalArgumentException when letters would leave this machine in the open */
    public MailSettings {
        if (security == Security.NONE && !isThisMachine(host)) {
            throw new IllegalArgumentException("mail server " + host
                    + " without TLS: only one on this machine (127.0.0.1) may be spoken to in the open");
        }
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
