package org.infolinia.reports.recordings;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.infolinia.hotline.recording.RecordingAccess;
import org.infolinia.hotline.recording.RecordingBook;

/** Gives recordings to people; whoever gets one is in the book before they have it. */
public final class Handout {

    private static final int BUFFER = 64 * 1024;

    private final RecordingBook book;
    private final Clock clock;

    public Handout(RecordingBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** One recording that an encoder could not make. */
    public static final class NotEncoded extends Exception {
        private static final long serialVersionUID = 1L;

        NotEncoded(String reason) {
            super(reason);
        }
    }

    /**
     * Enters that somebody gets a recording; durable when this returns.
     *
     * @param who user of the operating system for an export, else a sign-in name
     * @param how as {@link RecordingAccess} has it
     */
    public void enter(String name, String who, String how) {
        book.accessed(new RecordingAccess(who, clock.instant(), how, name));
    }

    /**
     * Enters it, then makes a file of the recording: a WAV file whose header is in order, or one of another format.
     *
     * @param folder  in which the file is made
     * @param encoder for another format than wav
     */
    public Path give(Recording recording, String who, String how, Path folder, Optional<SoundEncoder> encoder)
            throws IOException, NotEncoded {
        enter(recording.name().text(), who, how);
        Path wav = folder.resolve(recording.name().text() + RecordingFolder.ENDING);
        copy(recording.file(), wav);
        if (encoder.isEmpty()) {
            return wav;
        }
        Path encoded = folder.resolve(recording.name().text() + encoder.get().ending());
        try {
            encoder.get().encode(wav, encoded);
        } catch (IOException fault) {
            Files.deleteIfExists(encoded);
            throw new NotEncoded(String.valueOf(fault.getMessage()));
        } finally {
            Files.delete(wav);
        }
        return encoded;
    }

    /** Copies with a header that says how much sound there is. */
    private static void copy(Path recording, Path wav) throws IOException {
        try (InputStream in =
                        new BufferedInputStream(Files.newInputStream(recording, LinkOption.NOFOLLOW_LINKS), BUFFER);
                OutputStream out = Files.newOutputStream(wav)) {
            WavHeader header = WavHeader.parse(in.readNBytes(WavHeader.BYTES))
                    .orElseThrow(() -> new IOException(recording + " is no longer a WAV file"));
            out.write(header.with(Files.size(recording) - WavHeader.BYTES));
            in.transferTo(out);
        }
    }
}
