package org.infolinia.sidecar.ami;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** A line to Asterisk's manager, signed in. Not for several threads at once. */
public final class AmiConnection implements Closeable {

    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 200;

    private final Socket socket = new Socket();
    private final Reader reader;

    /** What was read of it and is still to be taken apart, by no lock for each sign. */
    private final char[] signs = new char[4096];

    private int taken;
    private int read;

    /** What has come of the line and the block that are not complete yet. */
    private final StringBuilder line = new StringBuilder();

    private final Map<String, String> headers = new HashMap<>();

    /** What {@link AmiAccount#open} does. */
    AmiConnection(AmiAccount account, String events) throws IOException {
        int millis = Math.toIntExact(account.patience().toMillis());
        String secret = AmiAccount.oneLine(
                "secret", Files.readString(account.secretFile()).strip());
        try {
            socket.connect(account.address(), millis);
            socket.setSoTimeout(millis);
            reader = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            line(); // the banner
            act("Login", "Username: " + account.user(), "Secret: " + secret, "Events: " + events);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /**
     * Sends an action, waits until it was done. Events may come first, however much we ask for none: they are passed
     * over, so this is for lines without any.
     *
     * @param headers each {@code Name: value}
     * @throws AmiRefused               when Asterisk answers that it was not done
     * @throws IllegalArgumentException when a header is not one line
     */
    public void act(String action, String... headers) throws IOException {
        send(action, headers);
        Map<String, String> answer = next();
        while (!answer.containsKey("Response")) {
            answer = next();
        }
        if (!"Success".equals(answer.get("Response"))) {
            throw new AmiRefused(action, answer.getOrDefault("Message", "without a reason"));
        }
    }

    /**
     * Sends an action, whose answer comes among the events.
     *
     * @throws IllegalArgumentException when a header is not one line
     */
    public void send(String action, String... headers) throws IOException {
        String text = "Action: " + action + "\r\n" + String.join("", lines(headers)) + "\r\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /**
     * The next event or answer. A channel's variables are {@code ChanVariable(NAME)}.
     *
     * @throws SocketTimeoutException when it is not complete in time; asking again goes on where this stopped
     */
    public Map<String, String> next() throws IOException {
        while (true) {
            String text = line();
            int colon = text.indexOf(": ");
            if (colon > 0) {
                put(text.substring(0, colon), text.substring(colon + 2));
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

    /** An event has a header of the same name for each variable of a channel: here each has its own. */
    private void put(String name, String value) {
        int equals = value.indexOf('=');
        if (name.equals("ChanVariable") && equals > 0) {
            headers.put("ChanVariable(" + value.substring(0, equals) + ")", value.substring(equals + 1));
        } else {
            headers.put(name, value);
        }
    }

    private static String[] lines(String... headers) {
        String[] lines = new String[headers.length];
        for (int i = 0; i < headers.length; i++) {
            lines[i] = AmiAccount.oneLine("header", headers[i]) + "\r\n";
        }
        return lines;
    }

    private String line() throws IOException {
        for (char sign = sign(); sign != '\n'; sign = sign()) {
            if (line.length() == LONGEST_LINE) {
                throw new IOException("it says a line without end");
            }
            if (sign != '\r') {
                line.append(sign);
            }
        }
        String text = line.toString();
        line.setLength(0);
        return text;
    }

    private char sign() throws IOException {
        if (taken == read) {
            taken = 0;
            read = 0; // Stays so where nothing comes in time.
            read = Math.max(0, reader.read(signs));
            if (read == 0) {
                throw new IOException("it closed the line");
            }
        }
        return signs[taken++];
    }
}
