package org.infolinia.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Callers whose INVITEs may hold any byte, which SIPp's may not: many dialogues over one UDP socket.
 *
 * <p>Speaks as much SIP as it takes to be let in and to leave: acknowledges, hangs up, says yes to all that is asked.
 */
final class RawCallers implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("SIP/2.0 (\\d{3}) ");
    private static final Pattern CSEQ = Pattern.compile("(?im)^CSeq: *(\\d+) +(\\w+)");
    private static final Pattern CALL_ID = Pattern.compile("(?im)^(?:Call-ID|i): *(\\S+)");
    private static final Pattern TO = Pattern.compile("(?im)^(?:To|t): *([^\r\n]*)");
    private static final Pattern CONTACT = Pattern.compile("(?im)^(?:Contact|m): *<([^>\r\n]*)>");

    private static final int GIVE_UP_MILLIS = 1600;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final Map<String, Dialogue> dialogues = new ConcurrentHashMap<>();

    /** One INVITE and what became of it. */
    static final class Dialogue {

        private final String callId;
        private final String from;
        private final String invite;
        private volatile long asked = System.nanoTime();
        /** The final answer's status. */
        final CompletableFuture<Integer> answered = new CompletableFuture<>();

        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private volatile String to = "";
        private volatile String target = "";
        private volatile boolean left;
        private volatile boolean trying;

        private Dialogue(String callId, String from, String invite) {
            this.callId = callId;
            this.from = from;
            this.invite = invite;
        }

        @Override
        public String toString() {
            return callId + " " + answered.getNow(0) + " "
                    + invite.substring(0, invite.indexOf("\r\nTo:")).replaceAll("[^ -~]", "?");
        }

        boolean isTaken() {
            return answered.getNow(0) / 100 == 2;
        }
    }

    /** @param address the address they call from */
    RawCallers(String address, InetSocketAddress server) {
        this.server = server;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.setReceiveBufferSize(4 << 20);
        } catch (IOException e) {
            throw new UncheckedIOException("opening a socket on " + address, e);
        }
        Thread listener = new Thread(this::listen, "raw-callers");
        listener.setDaemon(true);
        listener.start();
    }

    Dialogue invite(int index, HostileInvite invite) {
        String from = "From: " + invite.name() + " <sip:" + invite.number() + "@" + address() + ">;tag=t" + index;
        String callId = index + "@hostile";
        // Sound goes to the port "discard", where nobody listens.
        String body = "v=0\r\no=- 1 1 IN IP4 " + address() + "\r\ns=-\r\nc=IN IP4 " + address()
                + "\r\nt=0 0\r\nm=audio 9 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";
        String message = "INVITE sip:" + invite.dialled() + "@" + at() + " SIP/2.0\r\n" + via(callId, "INVITE") + from
                + "\r\nTo: <sip:hotline@" + at() + ">\r\nCall-ID: " + callId + "\r\nCSeq: 1 INVITE\r\n"
                + "Contact: <sip:caller@" + address() + ":" + socket.getLocalPort() + ">\r\nMax-Forwards: 70\r\n"
                + invite.further() + "Content-Type: application/sdp\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
        Dialogue dialogue = new Dialogue(callId, from, message);
        dialogues.put(callId, dialogue);
        send(message);
        askAgain(dialogue, 400);
        askAgain(dialogue, 1000);
        return dialogue;
    }

    /** Sends the INVITE once more, if nothing came of it: Asterisk lets some lie when many come at once. */
    void askOnceMore(Dialogue dialogue) {
        dialogue.asked = System.nanoTime();
        send(dialogue.invite);
    }

    /** Waits for the final answer, for a while from the asking on; one that SIP cannot read gets none. */
    void awaitAnswer(Dialogue dialogue) {
        long left = GIVE_UP_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - dialogue.asked);
        dialogue.answered
                .copy()
                .completeOnTimeout(0, Math.max(1, left), TimeUnit.MILLISECONDS)
                .join();
        if (dialogue.trying) {
            dialogue.answered.copy().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    /** UDP loses packets, and a busy Asterisk lets them lie: it is asked twice more. */
    private void askAgain(Dialogue dialogue, long afterMillis) {
        dialogue.answered
                .copy()
                .completeOnTimeout(0, afterMillis, TimeUnit.MILLISECONDS)
                .thenAccept(status -> {
                    if (status == 0 && !dialogue.trying && !socket.isClosed()) {
                        send(dialogue.invite);
                    }
                });
    }

    /** Hangs up, if the call was taken; one that is taken only later is hung up then. */
    void leave(Dialogue dialogue) {
        dialogue.left = true;
        if (dialogue.isTaken()) {
            send(request("BYE", 2, dialogue, "BYE"));
        }
    }

    /** Waits until Asterisk knows of each hang-up. */
    void awaitAllOver(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Dialogue dialogue : dialogues.values()) {
            if (!dialogue.isTaken()) {
                continue;
            }
            while (!dialogue.over.isDone()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("no answer to the hang-up of call " + dialogue.callId);
                }
                leave(dialogue);
                dialogue.over
                        .copy()
                        .completeOnTimeout(null, 500, TimeUnit.MILLISECONDS)
                        .join();
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private void listen() {
        byte[] buffer = new byte[65_536];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                heed(new String(buffer, 0, packet.getLength(), StandardCharsets.ISO_8859_1));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException("listening for SIP", e);
            }
        }
    }

    private void heed(String message) {
        Matcher status = STATUS.matcher(message);
        Matcher sequence = CSEQ.matcher(message);
        Dialogue dialogue = dialogues.get(found(CALL_ID, message));
        if (dialogue == null || !sequence.find()) {
            return;
        }
        if (!status.lookingAt()) {
            agree(message, dialogue, sequence.group(2));
            return;
        }
        int code = Integer.parseInt(status.group(1));
        if (code < 200) {
            dialogue.trying = true;
            return;
        }
        if (sequence.group(2).equals("BYE")) {
            dialogue.over.complete(null);
            return;
        }
        dialogue.to = found(TO, message);
        dialogue.target = code < 300 ? found(CONTACT, message) : "sip:hotline@" + at();
        // Of a refusal by the transaction of the INVITE, else by one of its own (RFC 3261, 17.1.1.3).
        send(request("ACK", 1, dialogue, code < 300 ? "ACK" : "INVITE"));
        dialogue.answered.complete(code);
        if (dialogue.left && !dialogue.over.isDone()) {
            leave(dialogue);
        }
    }

    /** Asterisk hangs up, or asks something: yes. */
    private void agree(String message, Dialogue dialogue, String method) {
        StringBuilder yes = new StringBuilder("SIP/2.0 200 OK\r\n");
        message.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.matches("(?i)(via|from|to|call-id|cseq):.*"))
                .forEach(line -> yes.append(line).append("\r\n"));
        if (!method.equals("ACK")) {
            send(yes.append("Content-Length: 0\r\n\r\n").toString());
        }
        if (method.equals("BYE")) {
            dialogue.over.complete(null);
        }
    }

    private String request(String method, int sequence, Dialogue dialogue, String transaction) {
        return method + " " + dialogue.target + " SIP/2.0\r\n" + via(dialogue.callId, transaction) + dialogue.from
                + "\r\nTo: "
                + dialogue.to + "\r\nCall-ID: " + dialogue.callId + "\r\nCSeq: " + sequence + " " + method
                + "\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
    }

    private String via(String callId, String what) {
        return "Via: SIP/2.0/UDP " + address() + ":" + socket.getLocalPort() + ";rport;branch=z9hG4bK" + what
                + callId.replace("@", "") + "\r\n";
    }

    private String address() {
        return socket.getLocalAddress().getHostAddress();
    }

    private String at() {
        return server.getAddress().getHostAddress() + ":" + server.getPort();
    }

    private void send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
        } catch (IOException e) {
            throw new UncheckedIOException("sending SIP", e);
        }
    }

    private static String found(Pattern pattern, String message) {
        Matcher found = pattern.matcher(message);
        return found.find() ? found.group(1) : "";
    }
}
