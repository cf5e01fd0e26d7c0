package org.infolinia.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;

/**
 * A door for tools that can call from one address only: what comes in reaches Asterisk from 127.0.0.2, whence no trunk
 * comes, as from anybody on the internet.
 */
final class StrangersDoor implements AutoCloseable {

    static final String STRANGER = "127.0.0.2";

    private final DatagramSocket inside;
    private final DatagramSocket outside;
    private volatile SocketAddress visitor;

    StrangersDoor(InetSocketAddress server) {
        try {
            inside = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            outside = new DatagramSocket(0, InetAddress.getByName(STRANGER));
        } catch (IOException e) {
            throw new UncheckedIOException("opening a door for strangers", e);
        }
        visitor = inside.getLocalSocketAddress();
        start(() -> pass(inside, outside, true, server));
        start(() -> pass(outside, inside, false, server));
    }

    int port() {
        return inside.getLocalPort();
    }

    @Override
    public void close() {
        inside.close();
        outside.close();
    }

    private void pass(DatagramSocket from, DatagramSocket to, boolean inwards, SocketAddress server) {
        byte[] buffer = new byte[65_536];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                from.receive(packet);
                if (inwards) {
                    visitor = packet.getSocketAddress();
                }
                to.send(new DatagramPacket(buffer, packet.getLength(), inwards ? server : visitor));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException("passing on a packet", e);
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "strangers-door");
        thread.setDaemon(true);
        thread.start();
    }
}
