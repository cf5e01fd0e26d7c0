package org.infolinia.agi.voice;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs one after the other, all within one time; what they print goes to a file, so that none can block. */
final class BoundedPrograms {

    /** What a program that runs another one gives where there is none. */
    private static final int NOT_FOUND = 127;

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

    /** @throws Failed when it is not installed, fails, or is not done in time; it runs no longer then */
    void run(Path input, List<String> command) throws Failed, IOException {
        File printed = folder.resolve("printed.txt").toFile();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed)
                    .redirectInput(input.toFile())
                    .start();
        } catch (IOException e) {
            throw new NotInstalled(
                    command.get(0) + " cannot be run: install it (apt-get install espeak-ng sox ffmpeg)");
        }
        try {
            if (!process.waitFor(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new Failed(command.get(0) + " was not done within " + within.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed(command.get(0) + " was interrupted");
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() == NOT_FOUND) {
            throw new NotInstalled(
                    command.get(0) + " found no program to run (apt-get install ffmpeg)" + complaint(printed.toPath()));
        }
        if (process.exitValue() != 0) {
            throw new Failed(
                    command.get(0) + " failed with exit code " + process.exitValue() + complaint(printed.toPath()));
        }
    }

    private static String complaint(Path printed) throws IOException {
        try (var stream = Files.newInputStream(printed)) {
            String start = new String(stream.readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8);
            String line = start.replaceAll("\\p{Cntrl}+", " ").strip();
            return line.isEmpty() ? "" : ": " + line;
        }
    }

    /** A program did not do its work; the message is one sentence that begins with its name. */
    static class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final String sentence;

        Failed(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /** There is no such program; the message says what to install. */
    static final class NotInstalled extends Failed {

        private static final long serialVersionUID = 1L;

        NotInstalled(String sentence) {
            super(sentence);
        }
    }
}
