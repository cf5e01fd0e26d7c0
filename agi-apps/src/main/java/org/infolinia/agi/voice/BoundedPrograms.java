package org.infolinia.agi.voice;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.infolinia.agi.announcements.VoiceFailed;

/** Runs programs one after the other, all within one time; what they print goes to a file, so that none can block. */
final class BoundedPrograms {

    private static final int LONGEST_COMPLAINT = 200;

    private final Path folder;
    private final Duration within;
    private final long until;

    /** @param folder for what they print; the caller's to delete */
    BoundedPrograms(Path folder, Duration within) {
        this.folder = folder;
        this.within = within;
        this.until = System.nanoTime() + within.toNanos();
    }

    Path folder() {
        return folder;
    }

    /** @throws VoiceFailed when it is not installed, fails, or is not done in time; it runs no longer then */
    void run(Path input, String... command) throws VoiceFailed, IOException {
        File printed = folder.resolve("printed.txt").toFile();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed)
                    .redirectInput(input.toFile())
                    .start();
        } catch (IOException e) {
            throw new VoiceFailed(command[0] + " cannot be run: install it (apt-get install espeak-ng sox)");
        }
        try {
            if (!process.waitFor(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new VoiceFailed(command[0] + " was not done within " + within.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VoiceFailed(command[0] + " was interrupted");
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new VoiceFailed(
                    command[0] + " failed with exit code " + process.exitValue() + complaint(printed.toPath()));
        }
    }

    private static String complaint(Path printed) throws IOException {
        try (var stream = Files.newInputStream(printed)) {
            String start = new String(stream.readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8);
            String line = start.replaceAll("\\p{Cntrl}+", " ").strip();
            return line.isEmpty() ? "" : ": " + line;
        }
    }
}
