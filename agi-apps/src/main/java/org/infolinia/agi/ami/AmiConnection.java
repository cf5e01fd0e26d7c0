package org.infolinia.agi.ami;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A line to Asterisk's manager, signed in. */
final class AmiConnection implements Closeable {

    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 200;

    private final Socket socket = new Socket();
    private final BufferedReader reader;

    /** What has come of the line and the block that are not complete yet. */
    private final StringBuilder line = new StringBuilder();

    private final Map<String, String> headers = new HashMap<>();

    /**
     * @param secretFile holds the secret, alone; read each time, so that a changed one counts
     * @param patience   for whatever is to come next; Asterisk on the same machine takes milliseconds
     * @param events     what Asterisk is to tell unasked: {@code off}, or classes of events
     * @throws AmiRefused  when Asterisk does not let us in
     * @throws IOException when nobody answers there; what to say of it is {@link #unanswered}'s
     */
    AmiConnection(InetSocketAddress manager, String user, Path secretFile, Duration patience, String events)
            throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        String secret = oneLine("secret", Files.readString(secretFile).strip());
        try {
            socket.connect(manager, millis);
            socket.setSoTimeout(millis);
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            line(); // the banner
            act("Login", "Username: " + user, "Secret: " + secret, "Events: " + events);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** In one sentence that names the address, or the file that could not be read. */
    static IOException unanswered(InetSocketAddress manager, IOException fault) {
        if (fault instanceof FileSystemException) {
            return new IOException(
                    "the secret of Asterisk's manager account cannot be read: " + fault.getMessage(), fault);
        }
        return new IOException(
                "Asterisk's manager at " + manager.getHostString() + ":" + manager.getPort() + " does not answer: "
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

    /** Sends an action, waits until it was done; events may come first, however much we ask for none. */
    void act(String action, String... headers) throws IOException {
        send(action, headers);
        Map<String, String> answer = next();
        while (!answer.containsKey("Response")) {
            answer = next();
        }
        if (!"Success".equals(answer.get("Response"))) {
            throw new AmiRefused(action, answer.getOrDefault("Message", "without a reason"));
        }
    }

    /** Sends an action, whose answer comes among the events. */
    void send(String action, String... headers) throws IOException {
        String text = "Action: " + action + "\r\n" + String.join("", lines(headers)) + "\r\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /**
     * The next event or answer.
     *
     * @throws SocketTimeoutException when it is not complete in time; asking again goes on where this stopped
     */
    Map<String, String> next() throws IOException {
        while (true) {
            String text = line();
            int colon = text.indexOf(": ");
            if (colon > 0) {
                headers.put(text.substring(0, colon), text.substring(colon + 2));
            } else if (text.isEmpty() && !headers.isEmpty()) {
                Map<String, String> block = Map.copyOf(headers);
                headers.clear();
                return block;
            }
            if (headers.size() > MOST_HEADERS) {
                throw new IOException("it says more headers than anybody reads");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String[] lines(String... headers) {
        String[] lines = new String[headers.length];
        for (int i = 0; i < headers.length; i++) {
            lines[i] = headers[i] + "\r\n";
        }
        return lines;
    }

    private String line() throws IOException {
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
        String text = line.toString();
        line.setLength(0);
        return text;
    }
}
