package org.infolinia.launcher.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RtpLineTest {

    private static final int HEADER = 12;

    private final ScheduledExecutorService asterisk = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        asterisk.shutdownNow();
    }

    @Test
    void whoSpeaksFirstIsSpokenTo() throws IOException {
        try (RtpLine line = new RtpLine(440);
                DatagramSocket port = port()) {
            speaksTo(line, port);

            assertThat(heard(port)).hasSize(HEADER + 160);
            assertThat(line.heard()).isNotEmpty();
        }
    }

    /** Asterisk gives a port that is free again to the next call, and believes whoever speaks to it first. */
    @Test
    void whoHasHungUpIsNotSpokenToAnyMoreAndTheNextOneIs() throws IOException {
        try (RtpLine line = new RtpLine(440)) {
            int before;
            try (DatagramSocket port = port()) {
                speaksTo(line, port);
                heard(port);
                before = port.getLocalPort();
            }

            try (DatagramSocket next = port()) {
                speaksTo(line, next);
                heard(next);
                try (DatagramSocket again = new DatagramSocket(before, InetAddress.getLoopbackAddress())) {
                    // What the line has sent by now would be there already: it speaks to the next one.
                    heard(next);
                    again.send(new DatagramPacket(new byte[] {1}, 1, again.getLocalSocketAddress()));

                    assertThat(heard(again)).hasSize(1);
                }
            }
        }
    }

    private static DatagramSocket port() throws IOException {
        return new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    /** A packet of A-law each 20 ms, as Asterisk sends them. */
    private void speaksTo(RtpLine line, DatagramSocket port) {
        byte[] packet = new byte[HEADER + 160];
        packet[0] = (byte) 0x80;
        packet[1] = 8;
        asterisk.scheduleAtFixedRate(
                () -> {
                    try {
                        port.send(new DatagramPacket(
                                packet, packet.length, InetAddress.getLoopbackAddress(), line.port()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e); // closed: this one has hung up
                    }
                },
                0,
                20,
                TimeUnit.MILLISECONDS);
    }

    private static byte[] heard(DatagramSocket port) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        port.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }
}
