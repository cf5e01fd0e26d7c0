package org.infolinia.launcher.phone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound of one telephone: sends a steady tone and keys, keeps what it hears.
 *
 * <p>A-law in packets of 20 ms (RFC 3551, payload type 8); keys as telephone events (RFC 4733, payload type 101). Sends
 * to whoever sends to it first, as telephones behind NAT are treated too, until that port is closed: who sent on would
 * speak into the next call that Asterisk gives the port to, and Asterisk would take them for its caller.
 */
public final class RtpLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RtpLine.class);

    private static final int SAMPLES = 160;
    private static final int ALAW = 8;
    private static final int TELEPHONE_EVENT = 101;
    private static final int HEADER = 12;
    private static final int KEY_PACKETS = 6;
    private static final int KEY_PAUSE_PACKETS = 4;
    /** Ten minutes: a test or a demonstration lasts less; the rest of a longer call is not kept. */
    private static final int MOST_HEARD = 8000 * 600;

    private static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "rtp");
        thread.setDaemon(true);
        return thread;
    });

    private final DatagramChannel channel;
    private final byte[] tone;
    private final int source = ThreadLocalRandom.current().nextInt();
    private final ByteBuffer incoming = ByteBuffer.allocate(2048);
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Queue<Character> keys = new ArrayDeque<>();
    private final ScheduledFuture<?> ticking;

    private int sequence;
    private int timestamp;
    private int tonePosition;
    private @Nullable Character pressing;
    private int keyPacket;
    private int keyTimestamp;

    /**
     * Opens a line on a free port of 127.0.0.1.
     *
     * @param hertz what it sounds like to the other side
     */
    public RtpLine(int hertz) {
        this.tone = oneSecondOf(hertz);
        try {
            channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            channel.configureBlocking(false);
        } catch (IOException e) {
            throw new UncheckedIOException("opening a port for sound", e);
        }
        ticking = CLOCK.scheduleAtFixedRate(this::tick, 20, 20, TimeUnit.MILLISECONDS);
    }

    public int port() {
        return channel.socket().getLocalPort();
    }

    /** Presses keys one after the other, 120 ms each with 80 ms between. */
    public synchronized void press(String row) {
        for (char key : row.toCharArray()) {
            if ("0123456789*#".indexOf(key) < 0) {
                throw new IllegalArgumentException("key \"" + key + "\": one of 0-9 * #");
            }
            keys.add(key);
        }
    }

    /** All that was heard so far, as A-law, packets in the order of arrival. */
    public synchronized byte[] heard() {
        return heard.toByteArray();
    }

    @Override
    public synchronized void close() {
        ticking.cancel(false);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a port for sound", e);
        }
    }

    private synchronized void tick() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            listen();
            if (channel.isConnected()) {
                channel.write(nextPacket());
            }
        } catch (PortUnreachableException over) {
            letGo();
        } catch (IOException e) {
            LOG.error("the line on port {} is dead from now on", port(), e);
            ticking.cancel(false);
        }
    }

    /** Asterisk has closed its port: the end of every call. */
    private void letGo() {
        try {
            channel.disconnect();
        } catch (IOException e) {
            throw new UncheckedIOException("letting go of a call's sound", e);
        }
    }

    private void listen() throws IOException {
        SocketAddress from;
        while ((from = channel.receive(incoming.clear())) != null) {
            incoming.flip();
            if (incoming.remaining() > HEADER && (incoming.get(1) & 0x7f) == ALAW) {
                if (!channel.isConnected()) {
                    channel.connect(from);
                }
                if (heard.size() < MOST_HEARD) {
                    heard.write(incoming.array(), HEADER, incoming.remaining() - HEADER);
                }
            }
        }
    }

    private ByteBuffer nextPacket() {
        if (pressing == null && !keys.isEmpty()) {
            pressing = keys.remove();
            keyPacket = 0;
            keyTimestamp = timestamp;
        }
        ByteBuffer packet = pressing != null && keyPacket < KEY_PACKETS + 3 ? keyPacket(pressing) : soundPacket();
        if (pressing != null && ++keyPacket >= KEY_PACKETS + 3 + KEY_PAUSE_PACKETS) {
            pressing = null;
        }
        timestamp += SAMPLES;
        return packet.flip();
    }

    private ByteBuffer soundPacket() {
        ByteBuffer packet = header(ALAW, false, timestamp);
        for (int i = 0; i < SAMPLES; i++) {
            packet.put(tone[tonePosition]);
            tonePosition = (tonePosition + 1) % tone.length;
        }
        return packet;
    }

    private ByteBuffer keyPacket(char key) {
        boolean end = keyPacket >= KEY_PACKETS;
        int duration = SAMPLES * Math.min(keyPacket + 1, KEY_PACKETS);
        return header(TELEPHONE_EVENT, keyPacket == 0, keyTimestamp)
                .put((byte) "0123456789*#".indexOf(key))
                .put((byte) ((end ? 0x80 : 0) | 10))
                .putShort((short) duration);
    }

    private ByteBuffer header(int payloadType, boolean marker, int time) {
        return ByteBuffer.allocate(HEADER + SAMPLES)
                .put((byte) 0x80)
                .put((byte) (payloadType | (marker ? 0x80 : 0)))
                .putShort((short) sequence++)
                .putInt(time)
                .putInt(source);
    }

    private static byte[] oneSecondOf(int hertz) {
        byte[] second = new byte[8000];
        for (int i = 0; i < second.length; i++) {
            second[i] = Alaw.encode((int) (8000 * Math.sin(2 * Math.PI * hertz * i / 8000)));
        }
        return second;
    }
}
