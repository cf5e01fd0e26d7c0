package org.infolinia.agi.ami;

import java.io.IOException;
import org.infolinia.sidecar.ami.AmiAccount;

/**
 * Tells Asterisk to read {@code queues.conf} anew: who waits goes on waiting, who is signed in stays so.
 *
 * <p>The action asks for no class of rights (0 in app_queue.c), so an account that may write nothing can send it.
 */
public final class QueueReload {

    private final AmiAccount account;

    public QueueReload(AmiAccount account) {
        this.account = account;
    }

    /** @throws IOException when nobody answers there, or Asterisk refuses; in one sentence */
    public void send() throws IOException {
        account.once("QueueReload", "Members: no", "Rules: no", "Parameters: yes");
    }
}
