package org.infolinia.sidecar.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.infolinia.sidecar.Secret;

/** A real PostgreSQL server in a temporary folder, one for all tests of this JVM, gone with it. */
public final class ThrowAwayPostgresql {

    private static final String HOW_TO_INSTALL =
            "These tests need a PostgreSQL server in /usr/lib/postgresql: sudo apt-get install postgresql";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path programs;
    private final Path folder;
    private final int port;

    private ThrowAwayPostgresql(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    private static final class Shared {
        static final ThrowAwayPostgresql SERVER = make();
    }

    /** The running server. */
    public static ThrowAwayPostgresql server() {
        return Shared.SERVER;
    }

    /** A fresh empty database on it. */
    public DatabaseSettings freshDatabase() {
        String name = "infolinia_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("making the database " + name, failed);
        }
        return settings(name);
    }

    /** Settings for a database of that name, there or not. */
    DatabaseSettings settings(String name) {
        return new DatabaseSettings(url(name), "postgres", Secret.NONE);
    }

    void start() {
        // The log goes to a file: a server that kept our pipe open would keep us waiting for its end.
        run(
                "pg_ctl",
                "-D",
                data(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off",
                "start");
    }

    void stop() {
        run("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
    }

    private static ThrowAwayPostgresql make() {
        try {
            Path folder = Files.createTempDirectory("infolinia-postgresql");
            if (isRoot()) {
                UserPrincipal owner =
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
                Files.setOwner(folder, owner);
            }
            ThrowAwayPostgresql server = new ThrowAwayPostgresql(programs(), folder, freePort());
            server.run(
                    "initdb",
                    "-D",
                    server.data(),
                    "-U",
                    "postgres",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "-N",
                    "--locale=C.UTF-8");
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(HOW_TO_INSTALL, failed);
        }
    }

    private void remove() {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("removing " + folder, failed);
        }
    }

    /** The newest installed. */
    private static Path programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            throw new AssertionError(HOW_TO_INSTALL);
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .max(Comparator.comparing(
                            version -> Double.valueOf(version.toFile().getName())))
                    .orElseThrow(() -> new AssertionError(HOW_TO_INSTALL))
                    .resolve("bin");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** PostgreSQL refuses to run as root, so root becomes the user postgres for it. */
    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("infolinia-" + program, ".log");
            int exit = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            String said = Files.readString(output);
            Files.delete(output);
            if (exit != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + exit + ": " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(String.join(" ", command), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(program + " was interrupted", interrupted);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
