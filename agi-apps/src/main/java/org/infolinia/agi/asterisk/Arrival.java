package org.infolinia.agi.asterisk;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A connection that is still saying what it wants; known by identity. */
final class Arrival {

    private static final byte[] NOTHING = new byte[0];

    /** Nothing but a hang-up can follow a request before we have answered. */
    private static final int LONGEST_REST = 512;

    private final SocketChannel channel;
    private final long until;
    private byte[] said = NOTHING;
    private int requestLength = -1;

    /** @param until {@link System#nanoTime} by which it must have said all */
    Arrival(SocketChannel channel, long until) {
        this.channel = channel;
        this.until = until;
    }

    SocketChannel channel() {
        return channel;
    }

    long until() {
        return until;
    }

    /**
     * Takes more of the request.
     *
     * @return whether the request is complete: an empty line has come
     * @throws RequestRefused when it is longer than {@code most} bytes
     */
    boolean take(ByteBuffer more, int most) throws RequestRefused {
        int searchFrom = Math.max(0, said.length - 1);
        int length = said.length + more.remaining();
        byte[] all = Arrays.copyOf(said, length);
        more.get(all, said.length, more.remaining());
        said = all;
        for (int i = searchFrom; i + 1 < length; i++) {
            if (all[i] == '\n' && all[i + 1] == '\n') {
                requestLength = i;
                break;
            }
        }
        if (requestLength < 0 ? length > most : requestLength > most || rest().length > LONGEST_REST) {
            throw new RequestRefused("an AGI request that is too long");
        }
        return requestLength >= 0;
    }

    /** The request's lines without the empty one. */
    String request() {
        return new String(said, 0, requestLength, StandardCharsets.UTF_8);
    }

    /** What came after the empty line. */
    byte[] rest() {
        return Arrays.copyOfRange(said, requestLength + 2, said.length);
    }

    void close() {
        Closing.quietly(channel);
    }
}
