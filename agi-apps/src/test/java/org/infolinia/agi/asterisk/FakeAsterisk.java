package org.infolinia.agi.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** The other end of FastAGI: connects as Asterisk 22 does, says what it says, letter by letter. */
final class FakeAsterisk implements AutoCloseable {

    static final String REQUEST = """
            agi_network: yes
            agi_network_script: ivr
            agi_request: agi://127.0.0.1:4573/ivr
            agi_channel: PJSIP/trunk-00000004
            agi_language: pl
            agi_type: PJSIP
            agi_uniqueid: 1795356000.7
            agi_version: 22.10.1
            agi_callerid: 48221234567
            agi_calleridname: unknown
            agi_callingpres: 0
            agi_callingani2: 0
            agi_callington: 0
            agi_callingtns: 0
            agi_dnid: 48227654321
            agi_rdnis: unknown
            agi_context: infolinia-ivr
            agi_extension: s
            agi_priority: 4
            agi_enhanced: 0.0
            agi_accountcode: infolinia-in
            agi_threadid: 139872
            agi_arg_1: 1795356000.7-81

            """;

    private final Socket socket;
    private final BufferedReader commands;

    FakeAsterisk(AgiServer server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        commands = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** A call that has said its request. */
    static FakeAsterisk calling(AgiServer server) throws IOException {
        FakeAsterisk asterisk = new FakeAsterisk(server);
        asterisk.say(REQUEST);
        return asterisk;
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    void answer(String line) throws IOException {
        say(line + "\n");
    }

    /** The next command, or {@code closed}. */
    String hear() throws IOException {
        try {
            String command = commands.readLine();
            return command == null ? "closed" : command;
        } catch (SocketException reset) {
            return "closed";
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
