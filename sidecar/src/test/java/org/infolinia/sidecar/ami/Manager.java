package org.infolinia.sidecar.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers each action with the next of its answers, then hangs up. */
final class Manager implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    /** All actions, when the line is over. */
    final CompletableFuture<List<String>> heard;

    Manager(String... answers) throws IOException {
        heard = CompletableFuture.supplyAsync(() -> serve(answers));
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", door.getLocalPort());
    }

    private List<String> serve(String... answers) {
        List<String> actions = new ArrayList<>();
        try (Socket guest = door.accept();
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8))) {
            say(guest, "Asterisk Call Manager/11.0.0\n");
            for (String answer : answers) {
                List<String> lines = new ArrayList<>();
                for (String line = reader.readLine(); !"".equals(line); line = reader.readLine()) {
                    lines.add(line);
                }
                actions.add(String.join("\n", lines));
                say(guest, answer);
            }
        } catch (IOException e) {
            actions.add("the line broke: " + e);
        }
        return actions;
    }

    private static void say(Socket guest, String text) throws IOException {
        guest.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        guest.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
