package org.infolinia.sidecar.ami;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An account of Asterisk's manager interface.
 *
 * @param secretFile holds the secret, alone; read each time, so that a changed one counts
 * @param patience   for each answer; Asterisk on the same machine takes milliseconds
 */
public record AmiAccount(InetSocketAddress address, String user, Path secretFile, Duration patience) {

    /** @throws IllegalArgumentException when the name could be read as more than a name */
    public AmiAccount {
        oneLine("user", user);
    }

    /**
     * Signs in.
     *
     * @param events what Asterisk is to tell unasked: {@code off}, or classes of events
     * @throws AmiRefused  when Asterisk does not let us in
     * @throws IOException when nobody answers there; what to say of it is {@link #unanswered}'s
     */
    public AmiConnection open(String events) throws IOException {
        return new AmiConnection(this, events);
    }

    /**
     * Does one thing by a line of its own.
     *
     * @param headers each {@code Name: value}
     * @throws IOException when nobody answers there, or Asterisk refuses; in one sentence
     */
    public void once(String action, String... headers) throws IOException {
        try (AmiConnection line = open("off")) {
            line.act(action, headers);
        } catch (AmiRefused refused) {
            throw refused;
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    /** In one sentence that names the address, or the file that could not be read. */
    public IOException unanswered(IOException fault) {
        if (fault instanceof FileSystemException) {
            return new IOException(
                    "the secret of Asterisk's manager account cannot be read: " + fault.getMessage(), fault);
        }
        return new IOException(
                "Asterisk's manager at " + address.getHostString() + ":" + address.getPort() + " does not answer: "
                        + fault.getMessage(),
                fault);
    }

    /** @throws IllegalArgumentException when a value could be read as more than a value */
    static String oneLine(String what, String value) {
        if (value.isBlank() || value.chars().anyMatch(sign -> sign < ' ')) {
            throw new IllegalArgumentException("the " + what + " of the manager account is not one line of text");
        }
        return value;
    }
}
