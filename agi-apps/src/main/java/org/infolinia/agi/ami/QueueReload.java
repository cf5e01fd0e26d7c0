package org.infolinia.agi.ami;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Tells Asterisk to read {@code queues.conf} anew: who waits goes on waiting, who is signed in stays so.
 *
 * <p>The action asks for no class of rights (0 in app_queue.c), so an account that may write nothing can send it.
 */
public final class QueueReload {

    private final InetSocketAddress manager;
    private final String user;
    private final Path secretFile;
    private final Duration patience;

    /**
     * @param secretFile holds the secret, alone; read each time, so that a changed one counts
     * @param patience   for each answer; Asterisk on the same machine takes milliseconds
     * @throws IllegalArgumentException when the name could be read as more than a name
     */
    public QueueReload(InetSocketAddress manager, String user, Path secretFile, Duration patience) {
        this.manager = manager;
        this.user = AmiConnection.oneLine("user", user);
        this.secretFile = secretFile;
        this.patience = patience;
    }

    /** @throws IOException when nobody answers there, or Asterisk refuses; in one sentence */
    public void send() throws IOException {
        try (AmiConnection line = new AmiConnection(manager, user, secretFile, patience, "off")) {
            line.act("QueueReload", "Members: no", "Rules: no", "Parameters: yes");
        } catch (AmiRefused refused) {
            throw refused;
        } catch (IOException e) {
            throw AmiConnection.unanswered(manager, e);
        }
    }
}
