package org.infolinia.acceptance;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The network of one browser, which can be cut: not a packet comes or goes then, and nobody is told.
 *
 * <p>The browser runs under a group of its own, by which the kernel knows its connections; it marks them from their
 * beginning, so that what comes in on them can be dropped too.
 */
final class Cable implements AutoCloseable {

    private final String group = String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
    private final List<String> marking =
            List.of("OUTPUT", "-m", "owner", "--gid-owner", group, "-j", "CONNMARK", "--set-mark", group);
    private final List<String> cutting = List.of("INPUT", "-m", "connmark", "--mark", group, "-j", "DROP");
    private final Path browser;
    private boolean cut;
    private boolean marks = true;

    Cable() {
        try {
            browser = Files.createTempFile(
                    "infolinia-browser",
                    ".sh",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(
                    browser,
                    "#!/bin/sh\nexec setpriv --regid %s --clear-groups %s \"$@\"\n"
                            .formatted(group, DeskBrowser.CHROMIUM));
        } catch (IOException e) {
            throw new IllegalStateException("no browser on a cable", e);
        }
        rule("mangle", "-A", marking);
    }

    /** What starts a browser whose network this is. */
    Path browser() {
        return browser;
    }

    void cut() {
        rule("filter", "-I", cutting);
        cut = true;
    }

    void mend() {
        rule("filter", "-D", cutting);
        cut = false;
    }

    /** What is connected now carries nothing any more, and nobody is told; whoever connects anew comes through. */
    void losesItsConnections() {
        cut();
        rule("mangle", "-D", marking);
        marks = false;
    }

    /** Sound goes by whatever protocol the two sides have found. */
    private static void rule(String table, String what, List<String> rule) {
        for (String protocol : List.of("iptables", "ip6tables")) {
            rule(protocol, table, what, rule);
        }
    }

    private static void rule(String protocol, String table, String what, List<String> rule) {
        Stream<String> asRoot = "root".equals(System.getProperty("user.name")) ? Stream.of() : Stream.of("sudo");
        List<String> command = Stream.of(asRoot, Stream.of(protocol, "-w", "-t", table, what), rule.stream())
                .flatMap(words -> words)
                .toList();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(protocol + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (cut) {
            mend();
        }
        if (marks) {
            rule("mangle", "-D", marking);
        }
        try {
            Files.deleteIfExists(browser);
        } catch (IOException e) {
            throw new IllegalStateException("a file is left behind", e);
        }
    }
}
