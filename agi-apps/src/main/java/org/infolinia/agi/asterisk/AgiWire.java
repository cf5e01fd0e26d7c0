package org.infolinia.agi.asterisk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.infolinia.hotline.ivr.CallerHungUp;

/**
 * The commands and replies of one call, each within its time.
 *
 * <p>One thread talks; the door's thread ends a talk that takes too long, by {@link #endIfLate}, because neither a
 * blocked read nor a blocked write ends by itself.
 */
final class AgiWire implements Closeable {

    /** A tree without a way out, walked by something that answers at once, must not spin for ever. */
    private static final int MOST_COMMANDS = 2000;

    /** Asterisk's own limit is 8192, and its 520 usage texts stay far below. */
    private static final int LONGEST_LINE = 8192;

    private static final int MOST_USAGE_LINES = 200;

    private final SocketChannel channel;
    private final ByteBuffer arrived = ByteBuffer.allocate(512);
    private final StringBuilder line = new StringBuilder();
    private int commands;

    private volatile boolean awaited;
    private volatile long awaitedUntil;
    private volatile boolean late;

    /**
     * @param channel in blocking mode
     * @param rest    what came after the request; at most 512 bytes
     */
    AgiWire(SocketChannel channel, byte[] rest) {
        this.channel = channel;
        arrived.put(rest).flip();
    }

    /**
     * Sends one command and reads its reply.
     *
     * @param within how long Asterisk may take; afterwards the connection is gone
     * @throws CallerHungUp when the line or the connection is gone
     * @throws AgiFault when the reply is none, or not {@code 200}
     */
    AgiReply send(String command, Duration within) throws CallerHungUp {
        if (command.chars().anyMatch(c -> c < ' ' || c > '~') || command.length() > LONGEST_LINE - 2) {
            throw new IllegalArgumentException("an AGI command of " + command.length() + " characters, or unfit ones");
        }
        String verb = verb(command);
        if (++commands > MOST_COMMANDS) {
            throw new AgiFault("took more than " + MOST_COMMANDS + " commands in one call");
        }
        awaitedUntil = System.nanoTime() + within.toNanos();
        awaited = true;
        try {
            ByteBuffer out = ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.US_ASCII));
            while (out.hasRemaining()) {
                channel.write(out);
            }
            return reply(verb);
        } catch (IOException gone) {
            if (late) {
                throw new AgiFault("did not answer " + verb + " within " + within.toSeconds() + " s");
            }
            throw new CallerHungUp();
        } finally {
            awaited = false;
        }
    }

    /**
     * Runs one dialplan application.
     *
     * @param application its name, a blank and its arguments
     * @throws CallerHungUp when the caller was gone before its end
     * @throws AgiFault when Asterisk does not have it ({@code -2}), or it gives anything else but {@code 0}
     */
    void execute(String application, Duration within) throws CallerHungUp {
        AgiReply reply = send("EXEC " + application, within);
        if (reply.isFailure()) {
            throw new CallerHungUp();
        }
        if (!reply.result().equals("0")) {
            throw new AgiFault("does not run " + verb("EXEC " + application) + ": is the application's module loaded?");
        }
    }

    private AgiReply reply(String verb) throws IOException, CallerHungUp {
        String reply = readLine();
        for (int lines = 0; reply.startsWith("520-") || lines > 0; lines++) {
            if (reply.startsWith("520 ")) {
                throw new AgiFault("does not take " + verb + " as it was sent (520)");
            }
            if (lines == MOST_USAGE_LINES) {
                throw new AgiFault("answered " + verb + " with a usage text without end");
            }
            reply = readLine();
        }
        // 511: the channel is dead. HANGUP: said of its own accord, in front of or instead of a reply.
        if (reply.equals("HANGUP") || reply.startsWith("511")) {
            throw new CallerHungUp();
        }
        return AgiReply.parse(reply, verb);
    }

    private String readLine() throws IOException {
        line.setLength(0);
        while (true) {
            while (arrived.hasRemaining()) {
                char next = (char) (arrived.get() & 0xff);
                if (next == '\n') {
                    return line.toString();
                }
                if (line.length() == LONGEST_LINE) {
                    throw new AgiFault("sent a line of more than " + LONGEST_LINE + " characters");
                }
                line.append(next);
            }
            arrived.clear();
            int count = channel.read(arrived);
            arrived.flip();
            if (count < 0) {
                throw new IOException("closed");
            }
        }
    }

    private static String verb(String command) {
        String[] words = command.split(" ", 3);
        return words.length == 1 ? words[0] : words[0] + " " + words[1];
    }

    /** Cuts the connection if its reply is overdue; for another thread to call now and then. */
    void endIfLate(long nanoTime) {
        if (awaited && nanoTime - awaitedUntil > 0) {
            late = true;
            close();
        }
    }

    @Override
    public void close() {
        Closing.quietly(channel);
    }
}
