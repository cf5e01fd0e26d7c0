package org.infolinia.launcher.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An Asterisk manager that takes one guest, answers the login as told, says its lines and hangs up. */
public final class FakeManager implements AutoCloseable {

    private final ServerSocket door;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private FakeManager(String answer, String events) {
        try {
            door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(() -> serve(answer, events), "fake-manager");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param events blocks of {@code Key: value} lines with an empty line between them */
    public static FakeManager saying(String events) {
        return new FakeManager("Response: Success\nMessage: Authentication accepted\n\n", events);
    }

    /** Knows nobody. */
    public static FakeManager refusing() {
        return new FakeManager("Response: Error\nMessage: Authentication failed\n\n", "");
    }

    /**
     * An address at which nobody listens. Not a port just closed: the system may hand that out again, to whoever connects
     * to it even, who then speaks with themselves.
     */
    public static InetSocketAddress nobody() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    }

    /** Hangs up instead of an answer. */
    public static FakeManager silent() {
        return new FakeManager("", "");
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
    }

    /** The login's lines, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(String answer, String events) {
        try (Socket guest = door.accept();
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8))) {
            say(guest, "Asterisk Call Manager/7.0.3\n");
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                asked.add(line);
            }
            say(guest, answer);
            say(guest, events.isEmpty() ? "" : events + "\n\n");
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    private static void say(Socket guest, String text) throws IOException {
        guest.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        guest.getOutputStream().flush();
    }
}
