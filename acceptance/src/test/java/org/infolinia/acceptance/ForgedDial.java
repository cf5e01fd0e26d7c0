package org.infolinia.acceptance;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP call that says it is from somebody else than whose password it has. */
final class ForgedDial {

    private static final Pattern STATUS = Pattern.compile("SIP/2.0 (\\d{3}) ");
    private static final int FINAL = 200;

    private ForgedDial() {}

    /** Dials; gives the final status, that of the second try where the first was asked for a password. */
    static int dial(InetSocketAddress server, String from, String user, String password, String number)
            throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout((int) Instance.patience().toMillis());
            String refused = answer(socket, server, from, number, 1, "");
            if (status(refused) != 401) {
                return status(refused);
            }
            String realm = part(refused, "realm");
            String nonce = part(refused, "nonce");
            String uri = "sip:" + number + "@127.0.0.1";
            String response = md5(md5(user + ":" + realm + ":" + password) + ":" + nonce + ":00000001:c:auth:"
                    + md5("INVITE:" + uri));
            return status(answer(
                    socket,
                    server,
                    from,
                    number,
                    2,
                    "Authorization: Digest username=\"" + user + "\",realm=\"" + realm + "\",nonce=\"" + nonce
                            + "\",uri=\"" + uri + "\",response=\"" + response
                            + "\",algorithm=MD5,qop=auth,nc=00000001,cnonce=\"c\"\r\n"));
        }
    }

    private static String answer(
            DatagramSocket socket, InetSocketAddress server, String from, String number, int sequence, String further)
            throws IOException {
        String here = "127.0.0.1:" + socket.getLocalPort();
        String sdp =
                "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";
        String invite = "INVITE sip:" + number + "@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP " + here
                + ";branch=z9hG4bK-" + socket.getLocalPort() + "-" + sequence + "\r\nFrom: <sip:" + from
                + "@127.0.0.1>;tag=forged\r\nTo: <sip:" + number + "@127.0.0.1>\r\nCall-ID: forged-" + here
                + "\r\nCSeq: " + sequence + " INVITE\r\nContact: <sip:" + from + "@" + here
                + ">\r\nMax-Forwards: 70\r\n" + further + "Content-Type: application/sdp\r\nContent-Length: "
                + sdp.length() + "\r\n\r\n" + sdp;
        send(socket, server, invite);
        byte[] buffer = new byte[65_536];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            socket.receive(packet);
            String said = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
            if (status(said) >= FINAL && said.contains("CSeq: " + sequence + " INVITE")) {
                return said;
            }
        }
    }

    private static void send(DatagramSocket socket, InetSocketAddress server, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, server));
    }

    private static int status(String said) {
        Matcher found = STATUS.matcher(said);
        return found.lookingAt() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static String part(String said, String name) {
        Matcher found = Pattern.compile(name + "=\"([^\"]+)\"").matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + said);
        }
        return found.group(1);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
