package org.infolinia.agi.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells Asterisk to read {@code queues.conf} anew: who waits goes on waiting, who is signed in stays so.
 *
 * <p>The action asks for no class of rights (0 in app_queue.c), so an account that may write nothing can send it.
 */
public final class QueueReload {

    private static final int LONGEST_LINE = 8192;

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
        this.user = oneLine("user", user);
        this.secretFile = secretFile;
        this.patience = patience;
    }

    /** @throws IOException when nobody answers there, or Asterisk refuses; in one sentence */
    public void send() throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        String secret = oneLine("secret", Files.readString(secretFile).strip());
        try (Socket socket = new Socket()) {
            socket.connect(manager, millis);
            socket.setSoTimeout(millis);
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            line(reader); // the banner
            act(socket, reader, "Login", "Username: " + user, "Secret: " + secret, "Events: off");
            act(socket, reader, "QueueReload", "Members: no", "Rules: no", "Parameters: yes");
        } catch (AmiRefused refused) {
            throw refused;
        } catch (IOException e) {
            throw new IOException(
                    "Asterisk's manager at " + manager.getHostString() + ":" + manager.getPort() + " does not answer: "
                            + e.getMessage(),
                    e);
        }
    }

    private static void act(Socket socket, BufferedReader reader, String action, String... headers) throws IOException {
        String text = "Action: " + action + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        Map<String, String> answer = answer(reader);
        if (!"Success".equals(answer.get("Response"))) {
            throw new AmiRefused(action, answer.getOrDefault("Message", "without a reason"));
        }
    }

    /** The next block that is an answer; events may come first, however much we ask for none. */
    private static Map<String, String> answer(BufferedReader reader) throws IOException {
        Map<String, String> headers = new HashMap<>();
        while (true) {
            String line = line(reader);
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 2));
            } else if (line.isEmpty() && headers.containsKey("Response")) {
                return headers;
            } else if (line.isEmpty()) {
                headers.clear();
            }
        }
    }

    private static String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int sign = reader.read(); sign != '\n'; sign = reader.read()) {
            if (sign < 0) {
                throw new IOException("it closed the line");
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("it says a line without end");
            }
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
        return line.toString();
    }

    private static String oneLine(String what, String value) {
        if (value.isBlank() || value.chars().anyMatch(sign -> sign < ' ')) {
            throw new IllegalArgumentException("the " + what + " of the manager account is not one line of text");
        }
        return value;
    }
}
