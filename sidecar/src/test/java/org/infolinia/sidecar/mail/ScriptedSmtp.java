package org.infolinia.sidecar.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as it is told to, for what no real one does on demand. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket door;
    private final Thread thread = new Thread(this::serve, "scripted-smtp");
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private final @Nullable SSLContext privacy;

    /** What it answers to a line that begins so, in place of 250; the greeting is answered to the empty line. */
    final Map<String, String> answers = new ConcurrentHashMap<>();

    /** All that was said to it. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    private ScriptedSmtp(@Nullable SSLContext privacy) {
        this.privacy = privacy;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers.put("", "220 here");
        answers.put("EHLO", privacy == null ? "250 here" : "250-here\r\n250 STARTTLS");
        answers.put("DATA", "354 go on");
        answers.put("QUIT", "221 bye");
        answers.put("STARTTLS", "220 go on");
        thread.setDaemon(true);
        thread.start();
    }

    static ScriptedSmtp open() {
        return new ScriptedSmtp(null);
    }

    /** One that offers STARTTLS. */
    static ScriptedSmtp withTls(SSLContext privacy) {
        return new ScriptedSmtp(privacy);
    }

    /** One that says a sign now and then, and never ends a line. */
    static ScriptedSmtp dripping() {
        ScriptedSmtp server = open();
        server.answers.put("", "drip");
        return server;
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket line = door.accept();
                lines.add(line);
                Thread one = new Thread(() -> talk(line), "scripted-smtp-line");
                one.setDaemon(true);
                one.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket open) {
        Socket line = open;
        try {
            BufferedReader in = reader(line);
            if (!say(line, "")) {
                return;
            }
            boolean data = false;
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                heard.add(said);
                if (data && !said.equals(".")) {
                    continue;
                }
                data = said.equals("DATA") && answer("DATA").startsWith("354");
                if (!say(line, said)) {
                    return;
                }
                if (said.equals("STARTTLS") && privacy != null) {
                    SSLSocket inside =
                            (SSLSocket) privacy.getSocketFactory().createSocket(line, "", line.getPort(), true);
                    inside.setUseClientMode(false);
                    line = inside;
                    in = reader(line);
                }
            }
        } catch (IOException gone) {
            heard.add("(the line broke)");
        }
    }

    private static BufferedReader reader(Socket line) throws IOException {
        return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private String answer(String said) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().isEmpty() ? said.isEmpty() : said.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("250 well");
    }

    /** Whether to go on; an empty answer is silence, for as long as the other side bears it. */
    private boolean say(Socket line, String said) throws IOException {
        String answer = answer(said);
        OutputStream out = line.getOutputStream();
        if (answer.equals("drip")) {
            while (true) {
                out.write('2');
                out.flush();
            }
        }
        if (answer.isEmpty()) {
            return line.getInputStream().read() >= 0;
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket line : lines) {
            line.close();
        }
    }
}
