package org.infolinia.launcher.phone;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A caller who dials in from the trunk's side. */
public final class Caller implements AutoCloseable {

    /** What a caller sounds like, in hertz; a consultant sounds otherwise, so that a recording shows who is on it. */
    public static final int HERTZ = 440;

    private final RtpLine line = new RtpLine(HERTZ);
    private final String callId = UUID.randomUUID() + "@caller";
    private final Sipp sipp;

    /**
     * Dials at once.
     *
     * @param server  where Asterisk listens for SIP
     * @param number  the caller's own number
     * @param dialled the number dialled
     * @param at      the time our calendar is asked to believe; a development instance alone listens to it
     */
    public Caller(InetSocketAddress server, String number, String dialled, Optional<Instant> at) {
        sipp = Sipp.play(
                "caller",
                Map.of(),
                Map.of(
                        "rtp_port",
                        Integer.toString(line.port()),
                        "caller",
                        number,
                        "at",
                        at.map(moment -> Long.toString(moment.getEpochSecond())).orElse("")),
                server,
                Sipp.freePort(),
                List.of("-m", "1", "-s", dialled, "-cid_str", callId));
    }

    public void press(String keys) {
        line.press(keys);
    }

    public void hangUp() {
        sipp.tellToHangUp(callId);
    }

    /** Completes when the call is over, whoever ended it. */
    public CompletableFuture<Process> ended() {
        return sipp.process().onExit();
    }

    /** All that was heard so far, as A-law at 8 kHz. */
    public byte[] heard() {
        return line.heard();
    }

    /** Lets go of the line; a call still on ends as if the caller's telephone had died. */
    @Override
    public void close() {
        sipp.close();
        line.close();
    }
}
