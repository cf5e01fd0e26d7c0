package org.infolinia.reports.lame;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.infolinia.reports.recordings.SoundEncoder;

/** Makes mp3 files, one channel, 24 kbit/s: a minute of speech is 180 kB. */
public final class LameEncoder implements SoundEncoder {

    /** Some hundred times what the longest conversation takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String program;

    public LameEncoder() {
        this("lame");
    }

    /** @param program a path, or a name to be found on the PATH */
    LameEncoder(String program) {
        this.program = program;
    }

    @Override
    public String ending() {
        return ".mp3";
    }

    @Override
    public void encode(Path wav, Path encoded) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(
                            program,
                            "--silent",
                            "-m",
                            "m",
                            "-b",
                            "24",
                            "--cbr",
                            wav.toAbsolutePath().toString(),
                            encoded.toAbsolutePath().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException(program + " cannot be run: install it (apt-get install lame)", e);
        }
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException(program + " was not done within " + PATIENCE.toMinutes() + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " failed with exit code " + process.exitValue());
        }
    }
}
