package org.infolinia.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** All bytes that Asterisk's manager sends to one of its users. */
final class ManagerWire implements AutoCloseable {

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    ManagerWire(InetSocketAddress manager, String user, String secret) {
        try {
            socket.connect(manager, 10_000);
            socket.getOutputStream()
                    .write(("Action: Login\r\nUsername: " + user + "\r\nSecret: " + secret + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("signing in to Asterisk's manager", e);
        }
        Thread listener = new Thread(this::listen, "manager-wire");
        listener.setDaemon(true);
        listener.start();
    }

    /** All so far, a character a byte. */
    synchronized String said() {
        return said.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the line to Asterisk's manager", e);
        }
    }

    private void listen() {
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = socket.getInputStream();
            int count;
            while ((count = in.read(buffer)) >= 0) {
                synchronized (this) {
                    said.write(buffer, 0, count);
                }
            }
        } catch (IOException closed) {
            return; // by us, when the test is over
        }
    }
}
