package org.infolinia.launcher.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** One SIPp process that plays a scenario of ours. */
final class Sipp implements AutoCloseable {

    private static final int FIRST_PORT = 61_000;
    private static final int PORTS = 4_000;
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));

    private final Process process;
    private final int port;
    private final Path folder;

    private Sipp(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /**
     * @param scenario name of a scenario beside this class
     * @param blanks   values for its {@code @NAME@}
     * @param keys     values for its {@code [name]}
     * @param port     local SIP port
     * @param further  further arguments of SIPp
     */
    static Sipp play(
            String scenario,
            Map<String, String> blanks,
            Map<String, String> keys,
            InetSocketAddress server,
            int port,
            List<String> further) {
        try {
            Path folder = Files.createTempDirectory("infolinia-sipp");
            Path file = folder.resolve(scenario + ".xml");
            Files.writeString(file, filled(scenario, blanks));
            List<String> command = new ArrayList<>(List.of(
                    "sipp",
                    server.getHostString() + ":" + server.getPort(),
                    "-sf",
                    file.toString(),
                    "-i",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(port),
                    "-nostdin",
                    "-trace_err",
                    "-error_file",
                    folder.resolve("errors").toString()));
            keys.forEach((name, value) -> command.addAll(List.of("-key", name, value)));
            command.addAll(further);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Sipp(process, port, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("starting SIPp (Debian package sip-tester)", e);
        }
    }

    /**
     * A free UDP port of 127.0.0.1, no port twice in a row: above those that the system hands out by itself, so that
     * nobody takes it between our look and SIPp's start.
     */
    static int freePort() {
        while (true) {
            int port = FIRST_PORT + Math.floorMod(NEXT_PORT.getAndIncrement(), PORTS);
            try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException("looking for a free port", e);
            }
        }
    }

    /**
     * Waits for the scenario's end.
     *
     * @throws IllegalStateException when it did not go as written
     */
    void finish() {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("SIPp ended with " + code + ": " + errors());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while SIPp plays", e);
        } finally {
            close();
        }
    }

    Process process() {
        return process;
    }

    /** Says INFO inside the call, which our caller's scenario takes as the word to hang up. */
    void tellToHangUp(String callId) {
        String info = """
                INFO sip:caller@127.0.0.1 SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKhangup
                From: <sip:told@127.0.0.1>;tag=1
                To: <sip:caller@127.0.0.1>;tag=2
                Call-ID: %s
                CSeq: 9 INFO
                Content-Length: 0

                """.formatted(callId).replace("\n", "\r\n");
        byte[] bytes = info.getBytes(StandardCharsets.US_ASCII);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException("telling SIPp to hang up", e);
        }
    }

    /** Ends the process at once, without a word to the other side. */
    @Override
    public void close() {
        process.destroyForcibly();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("clearing " + folder, e);
        }
    }

    private String errors() throws UncheckedIOException {
        Path file = folder.resolve("errors");
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "it left no word why";
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static String filled(String scenario, Map<String, String> blanks) throws IOException {
        try (InputStream in = Sipp.class.getResourceAsStream(scenario + ".xml")) {
            if (in == null) {
                throw new IllegalArgumentException("no scenario " + scenario);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> blank : blanks.entrySet()) {
                text = text.replace("@" + blank.getKey() + "@", blank.getValue());
            }
            return text;
        }
    }
}
