package org.infolinia.launcher.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Asterisk's events as they come over AMI, for one who only listens. */
public final class AsteriskEvents implements AutoCloseable {

    private static final int MOST_WAITING = 100_000;

    /** A live Asterisk on the same machine answers in milliseconds; a stopped one takes the connection and is silent. */
    private static final int SIGN_IN_MILLIS = 10_000;

    /** What the listener leaves behind the last event: nobody will send another. */
    private static final Map<String, String> CLOSED = Map.of("", "closed");

    private final Socket socket = new Socket();
    private final BlockingQueue<Map<String, String>> events = new LinkedBlockingQueue<>(MOST_WAITING);

    /** @throws PhoneFault when nobody answers there, or not to this user and secret */
    public AsteriskEvents(InetSocketAddress server, String user, String secret) {
        BufferedReader reader;
        try {
            socket.connect(server, SIGN_IN_MILLIS);
            socket.setSoTimeout(SIGN_IN_MILLIS);
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            send("Action: Login\r\nUsername: " + user + "\r\nSecret: " + secret + "\r\n\r\n");
            reader.readLine(); // the banner
            Map<String, String> answer = next(reader);
            if (!"Success".equals(answer.get("Response"))) {
                throw new IOException("it refused " + user + ": " + answer.get("Message"));
            }
            socket.setSoTimeout(0);
        } catch (IOException e) {
            close();
            throw new PhoneFault(
                    "Asterisk's manager at " + server.getHostString() + ":" + server.getPort() + " does not let us in: "
                            + e.getMessage(),
                    e);
        }
        Thread listener = new Thread(() -> listen(reader), "asterisk-events");
        listener.setDaemon(true);
        listener.start();
    }

    /** Asks which consultants the queues know; the answers arrive among the events. */
    public void askForQueueMembers() {
        try {
            send("Action: QueueStatus\r\n\r\n");
        } catch (IOException e) {
            throw new PhoneFault("Asterisk's manager no longer listens: " + e.getMessage(), e);
        }
    }

    /**
     * The next event that fits; those before it are dropped.
     *
     * @throws PhoneFault when none came in time, or none can come any more
     */
    public Map<String, String> await(String what, Duration patience, Predicate<Map<String, String>> fits) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                Map<String, String> event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new PhoneFault("no event in " + patience.toSeconds() + " s: " + what, null);
                }
                if (CLOSED.equals(event)) {
                    events.offer(CLOSED); // for whoever asks again
                    throw new PhoneFault("Asterisk closed the line before: " + what, null);
                }
                if (fits.test(event)) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for: " + what, e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the line to Asterisk's manager", e);
        }
    }

    private void send(String action) throws IOException {
        socket.getOutputStream().write(action.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private void listen(BufferedReader reader) {
        try {
            try {
                while (true) {
                    events.put(next(reader));
                }
            } catch (IOException e) {
                // Closed by us or gone with Asterisk: whoever waits learns of it behind the last event.
                events.put(CLOSED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> next(BufferedReader reader) throws IOException {
        Map<String, String> headers = new HashMap<>();
        String text;
        while ((text = reader.readLine()) != null) {
            if (text.isEmpty()) {
                return headers;
            }
            int colon = text.indexOf(": ");
            if (colon > 0) {
                headers.put(text.substring(0, colon), text.substring(colon + 2));
            }
        }
        throw new IOException("Asterisk's manager closed the line");
    }
}
