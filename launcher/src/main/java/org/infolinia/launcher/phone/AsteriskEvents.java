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

    private final Socket socket;
    private final BufferedReader reader;
    private final BlockingQueue<Map<String, String>> events = new LinkedBlockingQueue<>(MOST_WAITING);

    /** @throws UncheckedIOException when nobody answers there, or not to this user and secret */
    public AsteriskEvents(InetSocketAddress server, String user, String secret) {
        try {
            socket = new Socket(server.getAddress(), server.getPort());
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            send("Action: Login\r\nUsername: " + user + "\r\nSecret: " + secret + "\r\n\r\n");
            reader.readLine(); // the banner
            Map<String, String> answer = next();
            if (!"Success".equals(answer.get("Response"))) {
                throw new IOException("AMI refused " + user + ": " + answer.get("Message"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("signing in to Asterisk's manager at " + server, e);
        }
        Thread listener = new Thread(this::listen, "asterisk-events");
        listener.setDaemon(true);
        listener.start();
    }

    /** Asks which consultants the queues know; the answers arrive among the events. */
    public void askForQueueMembers() {
        try {
            send("Action: QueueStatus\r\n\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException("asking for the queues", e);
        }
    }

    /**
     * The next event that fits; those before it are dropped.
     *
     * @throws IllegalStateException when none came in time
     */
    public Map<String, String> await(String what, Duration patience, Predicate<Map<String, String>> fits) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                Map<String, String> event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new IllegalStateException("no event in " + patience.toSeconds() + " s: " + what);
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
        socket.getOutputStream().write(action.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private void listen() {
        try {
            while (true) {
                events.put(next());
            }
        } catch (IOException e) {
            // Closed by us or gone with Asterisk: whoever waits is told by their own deadline.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> next() throws IOException {
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
