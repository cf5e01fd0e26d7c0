package org.infolinia.launcher.phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A consultant's telephone: registers, signs in to the queues, and treats calls as it was last told to. */
public final class ConsultantPhone implements AutoCloseable {

    /** What a consultant sounds like, in hertz. */
    public static final int HERTZ = 1000;

    /** One dialogue, which has gone wrong when it is not over in half a minute. */
    private static final List<String> ONCE = List.of("-m", "1", "-timeout", "30");

    private final InetSocketAddress server;
    private final String name;
    private final String password;
    private final int port = Sipp.freePort();
    private final RtpLine line = new RtpLine(HERTZ);
    private @Nullable Sipp behaviour;

    public ConsultantPhone(InetSocketAddress server, String name, String password) {
        this.server = server;
        this.name = name;
        this.password = password;
    }

    /** Makes itself known to Asterisk, for ten minutes. */
    public void register() {
        stop();
        play("register", identity(), "600", ONCE).finish();
    }

    /** No longer known to Asterisk. */
    public void unregister() {
        stop();
        play("register", identity(), "0", ONCE).finish();
    }

    /** Dials a service code, such as {@code *10}, and listens to the end. */
    public void dial(String code) {
        stop();
        List<String> further = new ArrayList<>(ONCE);
        further.addAll(List.of("-s", code));
        play("dial", identity(), "600", further).finish();
    }

    /** Dials a service code and stays on the line, for two minutes at most, to {@link #press} keys and {@link #heard listen}. */
    public void call(String code) {
        stop();
        behaviour = play("dial", identity(), "600", List.of("-m", "1", "-timeout", "120", "-s", code));
    }

    /** Waits until the other side has ended what {@link #call} began. */
    public void awaitEnd() {
        Sipp calling = behaviour;
        if (calling != null) {
            behaviour = null;
            calling.finish();
        }
    }

    /**
     * Calls a number, in the background; a call that is refused ends it too.
     *
     * @param talk when the consultant hangs up after the answer, unless the other side did so earlier; more than 0
     */
    public void call(String number, Duration talk) {
        stop();
        Map<String, String> blanks = new HashMap<>(identity());
        blanks.put("TALK", Long.toString(talk.toMillis()));
        behaviour = play("call", blanks, "600", List.of("-m", "1", "-s", number));
    }

    /**
     * Answers each call from now on.
     *
     * @param ring how long it rings first; more than 0
     * @param talk when the consultant hangs up, unless the caller did so earlier; more than 0
     */
    public void answer(Duration ring, Duration talk) {
        stop();
        behaviour = play("answer", times(ring, talk), "600", List.of());
    }

    /** Declines the given number of calls, then no longer takes any; a further {@link #answer} changes that. */
    public void reject(Duration ring, int calls) {
        stop();
        behaviour = play("reject", times(ring, ring), "600", List.of("-m", Integer.toString(calls)));
    }

    /** Waits until all calls to {@link #reject} were declined. */
    public void awaitRejections() {
        awaitEnd();
    }

    /** Presses keys in a conversation. */
    public void press(String keys) {
        line.press(keys);
    }

    /** All that was heard so far, as A-law at 8 kHz. */
    public byte[] heard() {
        return line.heard();
    }

    /** Takes no calls, as if the cable had been pulled. */
    public void stop() {
        if (behaviour != null) {
            behaviour.close();
            behaviour = null;
        }
    }

    @Override
    public void close() {
        stop();
        line.close();
    }

    /** Into the scenario's file, which is ours alone to read, never onto a command line. */
    private Map<String, String> identity() {
        return Map.of("NAME", name, "PASSWORD", password);
    }

    private static Map<String, String> times(Duration ring, Duration talk) {
        return Map.of("RING", Long.toString(ring.toMillis()), "TALK", Long.toString(talk.toMillis()));
    }

    private Sipp play(String scenario, Map<String, String> blanks, String expires, List<String> further) {
        Map<String, String> keys =
                Map.of("rtp_port", Integer.toString(line.port()), "consultant", name, "expires", expires);
        return Sipp.play(scenario, blanks, keys, server, port, further);
    }
}
