package org.infolinia.agi.ami;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.infolinia.agi.trunk.TrunkStates;
import org.jspecify.annotations.Nullable;

/**
 * Hears from Asterisk how the operators' trunks are.
 *
 * <p>The events {@code Registry} and {@code PeerStatus} are of the class {@code system}; of that class the account's
 * {@code eventfilter} leaves it these alone. Asking what stands ({@code PJSIPShowRegistrationsOutbound}) would take a
 * right to write, and its answer holds passwords.
 */
public final class TrunkListener implements Runnable, Closeable {

    /** How Asterisk calls the endpoints of {@code pjsip-trunks.conf}. */
    private static final String ENDPOINTS = "PJSIP/infolinia-";

    private final InetSocketAddress manager;
    private final String user;
    private final Path secretFile;
    private final Duration patience;
    private final TrunkStates trunks;
    private @Nullable AmiConnection open;
    private boolean closed;

    /**
     * @param secretFile holds the secret, alone; read each time, so that a changed one counts
     * @param patience   for each answer, and how long silence lasts before we ask whether Asterisk is there
     * @throws IllegalArgumentException when the name could be read as more than a name
     */
    public TrunkListener(
            InetSocketAddress manager, String user, Path secretFile, Duration patience, TrunkStates trunks) {
        this.manager = manager;
        this.user = AmiConnection.oneLine("user", user);
        this.secretFile = secretFile;
        this.patience = patience;
        this.trunks = trunks;
    }

    /** Listens until the line breaks, or never was one; to be run again then. */
    @Override
    public void run() {
        try (AmiConnection line = new AmiConnection(manager, user, secretFile, patience, "system")) {
            if (taken(line)) {
                trunks.listening();
                listen(line);
            }
        } catch (AmiRefused refused) {
            trunks.notListening(String.valueOf(refused.getMessage()));
        } catch (IOException e) {
            brokenBy(AmiConnection.unanswered(manager, e));
        }
    }

    private void listen(AmiConnection line) throws IOException {
        boolean asked = false;
        while (true) {
            try {
                heard(line.next());
                asked = false;
            } catch (SocketTimeoutException silence) {
                if (asked) {
                    throw silence;
                }
                line.send("Ping");
                asked = true;
            }
        }
    }

    private void heard(Map<String, String> said) {
        switch (said.getOrDefault("Event", "")) {
            case "Registry" ->
                trunks.registration(
                        said.getOrDefault("Username", ""),
                        said.getOrDefault("Domain", ""),
                        said.getOrDefault("Status", ""));
            case "PeerStatus" -> {
                String peer = said.getOrDefault("Peer", "");
                if (peer.startsWith(ENDPOINTS)) {
                    trunks.server(peer.substring(ENDPOINTS.length()), said.getOrDefault("PeerStatus", ""));
                }
            }
            default -> {
                // Answers to our own question, and whatever an account without eventfilter is told.
            }
        }
    }

    private synchronized boolean taken(AmiConnection line) {
        open = line;
        return !closed;
    }

    private synchronized void brokenBy(IOException fault) {
        if (!closed) {
            trunks.notListening(String.valueOf(fault.getMessage()));
        }
    }

    /** Ends the listening. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (open != null) {
            open.close();
        }
    }
}
