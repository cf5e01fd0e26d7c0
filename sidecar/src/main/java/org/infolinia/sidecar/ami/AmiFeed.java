package org.infolinia.sidecar.ami;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** Passes on what Asterisk tells, over a line of its own, for as long as it stands. */
public final class AmiFeed implements Runnable, Closeable {

    private final AmiAccount account;
    private final String events;
    private final AmiHearer hearer;
    private @Nullable AmiConnection open;
    private boolean closed;

    /**
     * @param account its patience is also how long silence lasts before we ask whether Asterisk is there
     * @param events  classes of events, by comma
     */
    public AmiFeed(AmiAccount account, String events, AmiHearer hearer) {
        this.account = account;
        this.events = events;
        this.hearer = hearer;
    }

    /** Listens until the line breaks, or never was one; to be run again then. */
    @Override
    public void run() {
        try (AmiConnection line = account.open(events)) {
            if (taken(line)) {
                hearer.listening(line);
                listen(line);
            }
        } catch (AmiRefused refused) {
            brokenBy(refused);
        } catch (IOException e) {
            brokenBy(account.unanswered(e));
        }
    }

    private void listen(AmiConnection line) throws IOException {
        boolean asked = false;
        while (true) {
            try {
                hearer.heard(line.next());
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

    private synchronized boolean taken(AmiConnection line) {
        open = line;
        return !closed;
    }

    private synchronized void brokenBy(IOException fault) {
        if (!closed) {
            hearer.notListening(String.valueOf(fault.getMessage()));
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
